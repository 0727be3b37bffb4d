import { useMemo } from 'react'
import { Link } from 'react-router'
import { useText } from '../text/use-text.ts'
import { tileMap } from '../theme/tile-map.ts'
import { tileLimit } from './tile-figures.ts'
import '../styles/parts/count-tiles.css'

export interface Counted {
  readonly code: string
  readonly name: string
  readonly count: number
}

interface CountTilesProps {
  label: string
  places: readonly Counted[]
  /** A picture in words, kept with the data; without one the places are packed by code. */
  drawing?: string | undefined
  hrefOf: (code: string) => string
  /** A number with the word of what is counted, for whoever hears it. */
  said: (count: number) => string
}

const STEPS = 4

/** How dark a square is: 0 for none, then by the share of the most. */
const stepOf = (count: number, most: number): number => (count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * STEPS)))

/** A place's children as equal squares with a number, each a way in. Many children are a list. */
export function CountTiles({ label, places, drawing, hrefOf, said }: CountTilesProps) {
  const text = useText()
  const map = useMemo(() => tileMap(places, drawing), [places, drawing])
  const counts = new Map(places.map(({ code, count }) => [code, count]))
  const most = Math.max(1, ...counts.values())
  const isList = places.length > tileLimit
  return (
    <figure className="count-tiles" data-list={isList || undefined}>
      <ul
        aria-label={label}
        data-wide={map.columns > 7 || undefined}
        style={isList ? {} : { gridTemplateColumns: `repeat(${map.columns}, minmax(0, 1fr))` }}
      >
        {map.tiles.map(({ code, name, short, column, row }) => {
          const count = counts.get(code) ?? 0
          return (
            <li key={code} style={isList ? {} : { gridColumn: column + 1, gridRow: row + 1 }}>
              <Link to={hrefOf(code)} data-step={stepOf(count, most)} data-long={short.length > 2 || undefined} title={name}>
                <span className="unseen">
                  {name} {said(count)}
                </span>
                <span className="nm" aria-hidden="true">
                  {isList ? name : short}
                </span>
                <span className="va" aria-hidden="true">
                  {count}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {!isList && <figcaption>{text(map.kind === 'drawn' ? 'tiles.drawn' : 'tiles.packed')}</figcaption>}
    </figure>
  )
}
