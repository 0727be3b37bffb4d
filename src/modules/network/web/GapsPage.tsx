import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { TIERS } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { Ranking } from '../../../ui/parts/Ranking.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { count } from '../../../ui/text/format.ts'
import { Marked } from '../../../ui/text/Marked.tsx'
import { type Text, useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { CodeFilter, codeIn } from './CodeFilter.tsx'
import { OrphansAlarm } from './hand-over/OrphansAlarm.tsx'
import { type NetworkKey, networkMessages } from './messages.ts'
import { OpenUnitButton } from './OpenUnitButton.tsx'
import { PlaceFilter } from './PlaceFilter.tsx'
import { type AskedPlace, useAskedPlace } from './use-asked-place.ts'
import './network.css'

type Gap = contract.Division & { path: string[] }

const tiers = TIERS.filter((tier) => tier !== 'nation')

const gapColumns = (text: Text<NetworkKey>): Column<Gap>[] => [
  { key: 'name', title: text('network.gaps.division'), draw: (row) => <b>{row.name}</b>, width: 220, card: 'title' },
  { key: 'tier', title: text('network.gaps.tier'), draw: (row) => text(`network.tier.${row.tier}`), width: 90 },
  { key: 'path', title: text('network.gaps.path'), draw: (row) => row.path.join(' › '), width: 320 },
  { key: 'code', title: text('network.gaps.code'), draw: (row) => <span className="mono">{row.code}</span>, width: 140 },
]

/** Places that still lack an open centre or station of their own, and how far each place below has come. */
export function GapsPage() {
  const text = useText(networkMessages)
  const go = useNavigate()
  const at = useAskedPlace()
  const tier = codeIn(tiers, at.asked.get('tier'))
  const filter = { place: at.place, ...(tier ? { tiers: [tier] } : {}) }
  const coverage = useView(contract.coverage, filter, { live: ['place.covered'], keepPrevious: true })
  const pages = usePages(contract.coverageGaps, filter, { key: 'network.gaps', live: ['place.covered'] })
  const columns = useMemo(() => gapColumns(text), [text])
  return (
    <>
      <PageHead
        crumb={<Link to={`/desk/network?place=${at.place}&focus=coverage`}>{text('network.toFigures')}</Link>}
        title={<Answer at={at} total={coverage.data?.total} />}
        note={text('network.gaps.note')}
        actions={
          <>
            <Link to={`/desk/network/units?place=${at.place}`}>{text('network.toUnits')}</Link>
            {coverage.data?.can.openUnit && <OpenUnitButton at={at.hit} />}
          </>
        }
      />
      <OrphansAlarm place={at.place} />
      <div className="gaps">
        <div className="panel list-panel">
          <DataTable
            name="network.gaps"
            label={text('network.gaps.list')}
            columns={columns}
            pages={pages}
            keyOf={({ code }) => code}
            onOpen={({ code }) => void go(`/desk/network?place=${code}`)}
            filters={
              <>
                <PlaceFilter at={at} />
                <CodeFilter
                  label={text('network.gaps.tier')}
                  codes={tiers}
                  words={(code) => text(`network.tier.${code}`)}
                  value={tier}
                  onChange={(code) => at.ask({ tier: code })}
                />
              </>
            }
            empty={<EmptyState title={text('network.gaps.empty')} words={text('network.gaps.emptyWords')} />}
          />
        </div>
        <Panel title={text('network.gaps.byChild')}>
          <ViewState query={coverage}>{({ rows }) => <ByChild rows={rows} onOpen={(place) => at.ask({ place })} />}</ViewState>
        </Panel>
      </div>
    </>
  )
}

function Answer({ at, total }: { at: AskedPlace; total: contract.Coverage | undefined }) {
  const text = useText(networkMessages)
  if (!total) return at.name
  const missing = total.all - total.covered
  return missing > 0 ? (
    <Marked text={text('network.gaps.title.some', { place: at.name, count: missing })} />
  ) : (
    text('network.gaps.title.none', { place: at.name, all: count(total.all) })
  )
}

function ByChild({
  rows,
  onOpen,
}: {
  rows: readonly (contract.Coverage & { code: string; shortName: string })[]
  onOpen: (code: string) => void
}) {
  const text = useText(networkMessages)
  const ranked = rows.map(({ code, shortName, covered, all }) => ({ code, name: shortName, numerator: covered, denominator: all }))
  const heads = { name: text('network.gaps.division'), counts: text('network.gaps.covered'), rate: '%', place: text('ranking.place') }
  return (
    <div className="scroll">
      <Ranking rows={ranked} target={100} heads={heads} onChoose={onOpen} />
    </div>
  )
}
