import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type DueReport, type PublishedReport, publishReport } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { fundMessages } from './messages-funds.ts'

interface ReportsProps {
  fundId: string
  due: readonly DueReport[]
  reports: readonly PublishedReport[]
  mayPublish: boolean
}

/** What the law wants published, what is late, and what everybody can read already. */
export function ReportsPanel({ fundId, due, reports, mayPublish }: ReportsProps) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const publishing = useAction(publishReport)
  return (
    <Panel title={text('assist.fund.due')} count={text('assist.fund.count', { count: due.length })} foot={text('assist.fund.publishLaw')}>
      {publishing.problem && <ErrorState problem={publishing.problem} onRetry={publishing.again} slim />}
      <Refused sentence={publishing.refusal && text(`assist.fund.refusal.${publishing.refusal.code}`)} />
      <WideTable label={text('assist.fund.due')} titles={[text('assist.fund.kind'), text('assist.fund.due'), text('assist.fund.status')]}>
        {due.map(({ kind, from, to, dueOn, isLate }) => (
          <tr key={`${kind}${from}`}>
            <th scope="row">{words.report(kind)}</th>
            <td>
              {text('assist.fund.dueWords', { from, to, due: dueOn })} {isLate && <Tag tone="red">{text('assist.fund.dueLate')}</Tag>}
            </td>
            <td>
              {mayPublish ? (
                <Button size="small" loading={publishing.sending} onClick={() => void publishing.send({ fundId, kind, from, to })}>
                  {text('assist.fund.publish')}
                </Button>
              ) : (
                '—'
              )}
            </td>
          </tr>
        ))}
        {reports.map(({ id, kind, from, to, publishedOn }) => (
          <tr key={id}>
            <th scope="row">{words.report(kind)}</th>
            <td>{text('assist.fund.publishedWords', { from, to, on: publishedOn })}</td>
            <td>
              <Tag tone="green">{text('assist.fund.published')}</Tag>
            </td>
          </tr>
        ))}
      </WideTable>
    </Panel>
  )
}
