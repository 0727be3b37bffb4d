import { Button } from 'antd'
import { minuteInChina } from '../../../../kernel/china-time.ts'
import { useAccount, useSession } from '../../../../ui/api/use-session.ts'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Export } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { useRegionNames } from '../use-region.ts'
import { toneOf } from './approval.ts'
import type { Deciding } from './DecideExportDrawer.tsx'
import { hoursLeft } from './hours-left.ts'

/** Purpose first: that is what a decision is about. */
export function useExportColumns(rows: readonly Export[], onDecide: (deciding: Deciding) => void): Column<Export>[] {
  const text = useText(registryMessages)
  const { id } = useAccount()
  const names = useRegionNames(rows.map(({ place }) => place))
  return [
    { key: 'purpose', title: text('registry.export.for'), draw: ({ purpose }) => <b>{purpose}</b>, width: 220, card: 'title' },
    {
      key: 'place',
      title: text('registry.filter.place'),
      draw: ({ place }) => names.get(place.slice(0, 12)) || place,
      width: 120,
    },
    { key: 'people', title: text('registry.export.people'), draw: ({ people }) => count(people), width: 80, align: 'right' },
    {
      key: 'full',
      title: text('registry.export.columns'),
      draw: ({ full }) =>
        full.length === 0 ? (
          <span className="faint">{text('registry.export.noFull')}</span>
        ) : (
          full.map((column) => codeWord(text, 'field', column)).join(text('registry.export.joint'))
        ),
      width: 140,
    },
    {
      key: 'by',
      title: text('registry.export.by'),
      draw: ({ askedBy, askedByName }) => (askedBy === id ? text('registry.export.me') : askedByName),
      width: 90,
    },
    { key: 'at', title: text('registry.export.at'), draw: ({ askedAt }) => minuteInChina(askedAt), width: 130 },
    { key: 'status', title: text('registry.roster.status'), draw: (row) => <State row={row} />, width: 230 },
    { key: 'act', title: text('registry.export.act'), draw: (row) => <Acts row={row} onDecide={onDecide} />, width: 150 },
  ]
}

/** The state, who decided and what they said, and how long the file stays. */
function State({ row }: { row: Export }) {
  const text = useText(registryMessages)
  return (
    <span className="export-state">
      <Tag tone={toneOf(row.status)}>{codeWord(text, 'exportStatus', row.status)}</Tag>
      {row.decidedByName !== null && row.decidedAt !== null && (
        <span className="soft">{text('registry.export.decided', { name: row.decidedByName, at: minuteInChina(row.decidedAt) })}</span>
      )}
      {row.answer !== null && <span>{row.answer}</span>}
      <Further row={row} />
    </span>
  )
}

function Further({ row }: { row: Export }) {
  const text = useText(registryMessages)
  const now = useSession().data?.time ?? new Date().toISOString()
  if (row.status === 'waiting' && !row.can.approve) return <span className="soft">{text('registry.export.waitsFor')}</span>
  if (row.status === 'expired') return <span className="soft">{text('registry.export.expired')}</span>
  if (row.status === 'failed') return <span className="soft">{text('registry.export.failed')}</span>
  if (row.status !== 'done' || row.expiresAt === null) return null
  if (row.fileId === null) return <span className="faint">{text('registry.export.othersFile')}</span>
  return <span className="soft">{text('registry.export.left', { count: hoursLeft(row.expiresAt, now) })}</span>
}

function Acts({ row, onDecide }: { row: Export; onDecide: (deciding: Deciding) => void }) {
  const text = useText(registryMessages)
  return (
    <span className="row acts">
      {row.fileId !== null && (
        <a className="link" href={`/api/files/${row.fileId}`} download>
          <Icon name="download" size={14} /> {text('registry.export.download')}
        </a>
      )}
      {row.can.approve && (
        <>
          <Button onClick={() => onDecide({ row, how: 'approve' })}>{text('registry.export.approve')}</Button>
          <Button onClick={() => onDecide({ row, how: 'decline' })}>{text('registry.export.decline')}</Button>
        </>
      )}
    </span>
  )
}
