import { Fragment } from 'react'
import { count, percent } from '../text/format.ts'
import '../styles/figures.css'

export interface Ranked {
  code: string
  name: string
  numerator: number
  denominator: number
}

export interface RankingProps {
  /** Already without the units that are too small to rank. */
  rows: readonly Ranked[]
  /** Percentage to be reached: below it the figure is amber. */
  target?: number
  /** The heads: 镇街, 走到 / 应走, 覆盖率. */
  heads: { name: string; counts: string; rate: string; place: string }
  /** How many of the best and of the last; all when left out. */
  ends?: { first: number; last: number }
  chosen?: string | undefined
  onChoose?: (code: string) => void
}

const rate = (row: Ranked) => (row.denominator === 0 ? 0 : row.numerator / row.denominator)

/** Places by rate, with numerator and denominator, so that no unit wins by its size. */
export function Ranking({ rows, target, heads, ends, chosen, onChoose }: RankingProps) {
  const placed = rows.toSorted((a, b) => rate(b) - rate(a) || (a.code < b.code ? -1 : 1)).map((row, at) => ({ row, place: at + 1 }))
  const isCut = ends !== undefined && placed.length > ends.first + ends.last
  const shown = isCut ? [...placed.slice(0, ends.first), ...placed.slice(-ends.last)] : placed
  return (
    <table className="rank">
      <thead>
        <tr>
          <th scope="col" className="p">
            <span className="unseen">{heads.place}</span>
          </th>
          <th scope="col">{heads.name}</th>
          <td className="bar-cell" />
          <th scope="col" className="r">
            {heads.counts}
          </th>
          <th scope="col" className="r">
            {heads.rate}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ row, place }, at) => (
          <Fragment key={row.code}>
            <RankRow
              row={row}
              place={place}
              isShort={target !== undefined && rate(row) * 100 < target}
              isChosen={row.code === chosen}
              isCut={isCut && at === ends.first}
              onChoose={onChoose}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

interface RankRowProps {
  row: Ranked
  place: number
  isShort: boolean
  isChosen: boolean
  isCut: boolean
  onChoose: ((code: string) => void) | undefined
}

function RankRow({ row, place, isShort, isChosen, isCut, onChoose }: RankRowProps) {
  return (
    <tr className={`${isChosen ? 'sel' : ''} ${isCut ? 'cut-here' : ''}`}>
      <td className="faint p">{place}</td>
      <td>
        {onChoose ? (
          <button type="button" className="link" aria-pressed={isChosen} onClick={() => onChoose(row.code)}>
            {row.name}
          </button>
        ) : (
          row.name
        )}
      </td>
      <td className="bar-cell">
        <span className="b" data-short={isShort || undefined} style={{ width: `${rate(row) * 80}%` }} />
      </td>
      <td className="r soft">
        {count(row.numerator)}
        <span className="faint"> / {count(row.denominator)}</span>
      </td>
      <td className="r">
        <b className={isShort ? 'amber' : undefined}>{percent(row.numerator, row.denominator)}</b>
      </td>
    </tr>
  )
}
