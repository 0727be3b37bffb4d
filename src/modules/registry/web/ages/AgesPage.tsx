import { Link, useSearchParams } from 'react-router'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Pyramid, type PyramidBand } from '../../../../ui/parts/Pyramid.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { count } from '../../../../ui/text/format.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type AgeBand, listAges } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { RosterFilters } from '../roster/RosterFilters.tsx'
import { readRosterFilter } from '../roster/roster-filter.ts'
import { useRegion } from '../use-region.ts'
import { useToday } from '../use-today.ts'
import { everyBand, rosterOf } from './age-bands.ts'
import '../registry.css'

/** 年龄结构: the people of the roster by age and sex, under the same filters; each number leads to its people. */
export function AgesPage() {
  const text = useText(registryMessages)
  const account = useAccount()
  const [params, setParams] = useSearchParams()
  const home = account.unitCode.slice(0, 12)
  const filter = readRosterFilter(params, { home, today: useToday() })
  const query = useView(listAges, filter, { live: ['person.captured', 'person.died'] })
  const place = useRegion(filter.place)?.name ?? account.unitName
  const old = query.data?.rows.reduce((sum, { from, men, women }) => (from >= 80 ? sum + men + women : sum), 0)
  const isOnePlace = account.tier === 'village'
  return (
    <>
      <PageHead
        crumb={<Link to={`/desk/people?${params}`}>{text('registry.crumb')}</Link>}
        title={
          old === undefined ? (
            text('registry.ages.wait', { place })
          ) : (
            <Marked text={text('registry.ages.title', { place, count: count(old) })} />
          )
        }
      />
      <div className="table-tools ages-tools">
        <RosterFilters params={params} onParams={(next) => setParams(next, { replace: true })} home={home} isOnePlace={isOnePlace} />
      </div>
      <ViewState query={query}>
        {({ rows }) => (
          <Panel title={text('registry.ages.panel')}>
            {rows.length === 0 ? <EmptyState title={text('registry.roster.empty')} /> : <Picture rows={rows} params={params} />}
          </Panel>
        )}
      </ViewState>
    </>
  )
}

function Picture({ rows, params }: { rows: readonly AgeBand[]; params: URLSearchParams }) {
  const text = useText(registryMessages)
  const bands = everyBand(rows).map(({ from, men, women }) => ({
    key: String(from),
    name: from >= 100 ? text('registry.ages.oldest', { from }) : `${from}–${from + 4}`,
    left: men,
    right: women,
  }))
  const number = (band: PyramidBand, side: 'left' | 'right') =>
    band[side] === 0 ? (
      <span className="faint">0</span>
    ) : (
      <Link className="link" to={rosterOf(params, Number(band.key), side === 'left' ? 'male' : 'female')}>
        {count(band[side])}
      </Link>
    )
  const heads = { left: text('registry.sex.male'), band: text('registry.roster.age'), right: text('registry.sex.female') }
  return <Pyramid bands={bands} heads={heads} number={number} />
}
