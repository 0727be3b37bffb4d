import { minuteInChina } from '../../../kernel/china-time.ts'
import type { Role } from '../../../platform/access/roles.ts'
import type { JournalLeaf } from '../../../platform/journal/contract.ts'
import type { Column } from '../../../ui/table/column.ts'
import { count } from '../../../ui/text/format.ts'
import { detailWords } from './detail-words.ts'
import { type AccessText, actionInWords } from './messages.ts'

interface Words {
  text: AccessText
  nameOf: (unitCode: string) => string
  roleName: (role: Role) => string
  ask: (change: Record<string, string | undefined>) => void
}

export function journalColumns({ text, nameOf, roleName, ask }: Words): Column<JournalLeaf>[] {
  return [
    { key: 'at', title: text('access.journal.at'), draw: ({ recordedAt }) => minuteInChina(recordedAt), width: 130 },
    {
      key: 'action',
      title: text('access.journal.action'),
      draw: ({ actionName }) => <b title={actionName}>{actionInWords(text, actionName)}</b>,
      width: 130,
      card: 'title',
    },
    {
      key: 'account',
      title: text('access.journal.account'),
      draw: ({ account, accountId, by }) => (
        <button type="button" className="link" title={account?.login ?? accountId} onClick={() => ask({ account: accountId })}>
          {account?.name ?? text(`access.journal.by.${by}`)}
        </button>
      ),
      width: 110,
    },
    { key: 'unit', title: text('access.journal.unit'), draw: ({ unitCode }) => nameOf(unitCode), width: 190 },
    {
      key: 'subject',
      title: text('access.journal.subject'),
      draw: ({ subjectId }) =>
        subjectId === null ? (
          <span className="faint">–</span>
        ) : (
          <button type="button" className="link mono" title={subjectId} onClick={() => ask({ subject: subjectId })}>
            {subjectId.slice(-8)}
          </button>
        ),
      width: 100,
    },
    {
      key: 'detail',
      title: text('access.journal.detail'),
      draw: ({ detail }) => <span className="soft leaf-detail">{detailWords(detail, text, roleName)}</span>,
      width: 180,
    },
    {
      key: 'leaf',
      title: text('access.journal.leaf'),
      draw: ({ bureauCode, seq }) => (
        <span className="mono faint" title={bureauCode}>
          {count(Number(seq))}
        </span>
      ),
      width: 70,
      align: 'right',
    },
  ]
}
