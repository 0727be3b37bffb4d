import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { TIERS } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { count } from '../../../ui/text/format.ts'
import { useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { CodeFilter, codeIn } from './CodeFilter.tsx'
import { networkMessages } from './messages.ts'
import { OpenUnitButton } from './OpenUnitButton.tsx'
import { PlaceFilter } from './PlaceFilter.tsx'
import { unitColumns } from './unit-columns.tsx'
import { type AskedPlace, useAskedPlace } from './use-asked-place.ts'
import './network.css'

const kinds = contract.UnitKind.options
const statuses = contract.UnitStatus.options
const tiers = TIERS.filter((tier) => tier !== 'nation')

/** What the address asks for; a code that is none is left aside. */
const chosenIn = ({ asked }: AskedPlace) => ({
  kind: codeIn(kinds, asked.get('kind')),
  status: codeIn(statuses, asked.get('status')),
  tier: codeIn(tiers, asked.get('tier')),
})

type Chosen = ReturnType<typeof chosenIn>

const filterOf = ({ place }: AskedPlace, { kind, status, tier }: Chosen) => ({
  place,
  ...(kind ? { kinds: [kind] } : {}),
  ...(status ? { statuses: [status] } : {}),
  ...(tier ? { tiers: [tier] } : {}),
})

/** The service units at and below a place. */
export function UnitsPage() {
  const text = useText(networkMessages)
  const go = useNavigate()
  const at = useAskedPlace()
  const chosen = chosenIn(at)
  const pages = usePages(contract.units, filterOf(at, chosen), { key: 'network.units', live: ['unit.open', 'staff.post'] })
  const coverage = useView(contract.coverage, { place: at.place }, { live: ['place.covered'] })
  const columns = useMemo(() => unitColumns(text), [text])
  // The place has no name until it has been read, and none where that fails.
  const title = at.name === '' ? text('network.units.titleAlone') : text('network.units.title', { place: at.name })
  const total = coverage.data?.total
  return (
    <>
      <PageHead
        crumb={<Link to={`/desk/network?place=${at.place}`}>{text('network.toFigures')}</Link>}
        title={title}
        note={total && text('network.units.coverage', { all: count(total.all), covered: count(total.covered) })}
        actions={
          <>
            <Link to={`/desk/network/accreditation?place=${at.place}`}>{text('network.toAccreditation')}</Link>
            <Link to={`/desk/network/gaps?place=${at.place}`}>{text('network.toGaps')}</Link>
            {coverage.data?.can.openUnit && <OpenUnitButton at={at.hit} />}
          </>
        }
      />
      <div className="panel list-panel">
        <DataTable
          name="network.units"
          label={title}
          columns={columns}
          pages={pages}
          keyOf={({ unitCode }) => unitCode}
          onOpen={({ unitCode }) => void go(`/desk/network/units/${unitCode}`)}
          filters={<UnitFilters at={at} {...chosen} />}
          empty={<EmptyState title={text('network.units.none')} words={text('network.units.noneWords')} />}
        />
      </div>
    </>
  )
}

function UnitFilters({ at, kind, status, tier }: { at: AskedPlace } & Chosen) {
  const text = useText(networkMessages)
  return (
    <>
      <PlaceFilter at={at} />
      <CodeFilter
        label={text('network.units.kind')}
        codes={kinds}
        words={(code) => text(`network.kind.${code}`)}
        value={kind}
        onChange={(code) => at.ask({ kind: code })}
      />
      <CodeFilter
        label={text('network.units.status')}
        codes={statuses}
        words={(code) => text(`network.status.${code}`)}
        value={status}
        onChange={(code) => at.ask({ status: code })}
      />
      <CodeFilter
        label={text('network.units.tier')}
        codes={tiers}
        words={(code) => text(`network.tier.${code}`)}
        value={tier}
        onChange={(code) => at.ask({ tier: code })}
      />
    </>
  )
}
