import { Link } from 'react-router'
import { RegionCode } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { listPersons, type PersonRow } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import '../registry.css'

const LIMIT = 60

/** The people of a village, those not seen for longest first; live, so that a visit moves its person down. */
export function PeopleOfPlace({ place }: { place: string }) {
  const text = useText(registryMessages)
  const asked = { place: RegionCode.parse(place), status: ['active' as const], sort: 'lastContact' as const, limit: LIMIT }
  const query = useView(listPersons, asked, { live: ['visit.done', 'person.captured'] })
  return (
    <ViewState query={query} lines={8}>
      {({ rows, total = rows.length }) =>
        rows.length === 0 ? (
          <EmptyState title={text('registry.roster.nobody')} words={text('registry.roster.nobodyWords')} />
        ) : (
          <ul className="scroll place-people">
            {rows.map((row) => (
              <PlacePerson key={row.id} row={row} />
            ))}
            {total > rows.length && (
              <li>
                <Link to={`/desk/people?place=${place}`}>{text('registry.place.more', { count: count(total - rows.length) })}</Link>
              </li>
            )}
          </ul>
        )
      }
    </ViewState>
  )
}

function PlacePerson({ row }: { row: PersonRow }) {
  const text = useText(registryMessages)
  const { nameOf } = useClasses()
  return (
    <li>
      <Link to={`/desk/people/${row.id}`}>{row.nameMasked}</Link>
      <span className="faint">{row.age}</span>
      <span className="cut">
        {row.classes.slice(0, 2).map((code) => (
          <Tag key={code} tone="slate">
            {nameOf(code)}
          </Tag>
        ))}
      </span>
      {row.lastContactOn === null ? (
        <span className="amber push">{text('registry.roster.never')}</span>
      ) : (
        <span className="soft push">{text('registry.place.last', { on: row.lastContactOn })}</span>
      )}
    </li>
  )
}
