import { Link, useNavigate } from 'react-router'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import type { FindRegions } from '../fields/use-region-search.ts'
import { useText } from '../text/use-text.ts'

interface Named {
  readonly code: string
  readonly name: string
}

interface PlaceWalkProps {
  /** What the field asks for. */
  label: string
  /** Keep it the same between renders (module level or useCallback). */
  find: FindRegions
  /** Above the place, from the province down. */
  path: readonly Named[]
  place: Named | undefined
  /** The address of a place; of the whole country where no code is given. */
  hrefOf: (code?: string) => string
}

/** How one gets about a public page of places: by typing, and back up by the way one came. */
export function PlaceWalk({ label, find, path, place, hrefOf }: PlaceWalkProps) {
  const text = useText()
  const go = useNavigate()
  const isNation = place === undefined || /^0+$/.test(place.code)
  return (
    <div className="place-walk">
      <div className="no-print">
        <RegionPicker label={label} value={undefined} find={find} onChange={(hit) => hit && void go(hrefOf(hit.code))} />
      </div>
      <nav aria-label={text('region.path')}>
        <ol>
          <li>{isNation ? <b aria-current="page">{text('region.nation')}</b> : <Link to={hrefOf()}>{text('region.nation')}</Link>}</li>
          {path.map(({ code, name }) => (
            <li key={code}>
              <Link to={hrefOf(code)}>{name}</Link>
            </li>
          ))}
          {!isNation && (
            <li>
              <b aria-current="page">{place.name}</b>
            </li>
          )}
        </ol>
      </nav>
    </div>
  )
}
