import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { dayInChina } from '../../../../kernel/china-time.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useListedPlace } from '../../../../ui/state/use-listed-place.ts'
import type { Column } from '../../../../ui/table/column.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { OnlyAt } from '../../../network/web/index.tsx'
import { listTransfers, type TransferRow } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import { useRegionNames } from '../use-region.ts'
import { SettleDrawer, type Settling } from './SettleDrawer.tsx'
import '../registry.css'

type Direction = TransferRow['direction']

/** 转入转出: what waits for my answer, and what we asked others for. */
export function TransfersPage() {
  const text = useText(registryMessages)
  const [params, setParams] = useSearchParams()
  const [settling, setSettling] = useState<Settling>()
  const direction: Direction = params.get('side') === 'asked' ? 'asked' : 'toDecide'
  const { place: asked, named } = useListedPlace()
  const place = asked.slice(0, 12)
  const waiting = useView(listTransfers, { place, direction: 'toDecide', status: 'open', limit: 200 }).data?.rows.length
  const pages = usePages(listTransfers, { place, direction }, { key: 'transfers' })
  const columns = useColumns(pages.query.data?.rows ?? [], setSettling)
  const sides = [
    { value: 'toDecide', label: text('registry.transfer.toDecide') },
    { value: 'asked', label: text('registry.transfer.asked') },
  ] as const
  return (
    <>
      <PageHead
        title={
          waiting === undefined ? text('registry.transfer.plain') : <Marked text={text('registry.transfer.title', { count: waiting })} />
        }
        crumb={<Link to="/desk/people">{text('registry.crumb')}</Link>}
      />
      <OnlyAt />
      <section className="panel roster" aria-label={text('registry.transfer.plain')}>
        <DataTable
          name="transfers"
          label={text('registry.transfer.plain')}
          columns={columns}
          pages={pages}
          keyOf={({ id }) => id}
          filters={
            <Choice
              label={text('registry.transfer.which')}
              options={sides}
              value={direction}
              onChange={(side) =>
                setParams({ ...(side === 'asked' ? { side } : {}), ...(named ? { place: named } : {}) }, { replace: true })
              }
            />
          }
          empty={<EmptyState title={text(direction === 'asked' ? 'registry.transfer.noneAsked' : 'registry.transfer.none')} />}
        />
      </section>
      {settling && <SettleDrawer key={settling.row.id} settling={settling} onClose={() => setSettling(undefined)} />}
    </>
  )
}

function useColumns(rows: readonly TransferRow[], onSettle: (settling: Settling) => void): Column<TransferRow>[] {
  const text = useText(registryMessages)
  const names = useRegionNames(rows.flatMap(({ counterpart }) => (counterpart === null ? [] : [counterpart])))
  return [
    { key: 'who', title: text('registry.transfer.who'), draw: (row) => <Who row={row} />, width: 200, card: 'title' },
    { key: 'kind', title: text('registry.transfer.kind'), draw: (row) => text(kindKey(row)), width: 110 },
    {
      key: 'other',
      title: text('registry.transfer.other'),
      draw: ({ counterpart }) =>
        counterpart === null ? (
          <span className="faint">{text('registry.transfer.unknown')}</span>
        ) : (
          names.get(counterpart.slice(0, 12)) || counterpart
        ),
      width: 140,
    },
    { key: 'reason', title: text('registry.transfer.reason'), draw: ({ reason }) => reason, width: 260 },
    { key: 'at', title: text('registry.transfer.at'), draw: ({ openedAt }) => dayInChina(openedAt), width: 110 },
    {
      key: 'status',
      title: text('registry.roster.status'),
      draw: ({ status, answer }) => (
        <>
          <Tag tone={status === 'open' ? 'amber' : status === 'accepted' ? 'green' : 'plain'}>
            {codeWord(text, 'transferStatus', status)}
          </Tag>
          {answer !== null && <span className="soft"> {answer}</span>}
        </>
      ),
      width: 150,
    },
    { key: 'act', title: text('registry.transfer.answer'), draw: (row) => <Acts row={row} onSettle={onSettle} />, width: 170 },
  ]
}

function kindKey({ kind, direction }: TransferRow) {
  if (direction === 'toDecide') return kind === 'pull' ? 'registry.transfer.pull' : 'registry.transfer.push'
  return kind === 'pull' ? 'registry.transfer.pullAsked' : 'registry.transfer.pushAsked'
}

function Who({ row: { person } }: { row: TransferRow }) {
  const text = useText(registryMessages)
  const { nameOf } = useClasses()
  if (person === null) return <span className="faint">{text('registry.transfer.unknown')}</span>
  const words = `${codeWord(text, 'sex', person.sex)} · ${text('registry.age', { count: person.age })}`
  return (
    <>
      {person.personId === null ? <b>{person.nameMasked}</b> : <Link to={`/desk/people/${person.personId}`}>{person.nameMasked}</Link>}{' '}
      <span className="faint">{words}</span> {person.classes[0] !== undefined && <Tag tone="slate">{nameOf(person.classes[0])}</Tag>}
    </>
  )
}

function Acts({ row, onSettle }: { row: TransferRow; onSettle: (settling: Settling) => void }) {
  const text = useText(registryMessages)
  return (
    <span className="row acts">
      {row.can.decide && (
        <>
          <Button onClick={() => onSettle({ row, how: 'accept' })}>{text('registry.transfer.accept')}</Button>
          <Button onClick={() => onSettle({ row, how: 'decline' })}>{text('registry.transfer.decline')}</Button>
        </>
      )}
      {row.can.withdraw && <Button onClick={() => onSettle({ row, how: 'withdraw' })}>{text('registry.transfer.withdraw')}</Button>}
    </span>
  )
}
