import { Fragment } from 'react'
import { Link } from 'react-router'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import { assessmentMessages } from './messages-assessments.ts'
import { type AssessedRow, bySize, earnedText, type OpenPoint, pointsText, type SizeBand, sideOf } from './point-words.ts'
import { TierTag } from './TierTag.tsx'
import { useBandName } from './use-band-name.ts'
import { useIndicatorName } from './use-indicator-name.ts'

interface TableProps {
  seen: SeenAssessment
  isTrial: boolean
  onOpen: (point: OpenPoint) => void
}

/** The places below, the best first; each point opens what it came from. */
export function StandingsTable({ seen, isTrial, onOpen }: TableProps) {
  const text = useText(assessmentMessages)
  const nameOf = useIndicatorName()
  const items = seen.scheme?.items ?? []
  const titles = [
    ...[text('assess.rank'), text('assess.place'), text('assess.score')],
    ...(isTrial ? [text('assess.whatIfScore')] : []),
    ...[text('assess.tier'), text('assess.streak')],
    ...items.map(({ indicator, weight }) => `${nameOf(indicator)} (${weight})`),
  ]
  const moved = (seen.scheme?.adjustments ?? []).map((one) => text(sideOf(one.each), { item: nameOf(one.indicator) }))
  const first = isTrial ? 6 : 5
  const numbers = [0, 2, ...(isTrial ? [3] : []), first - 1, ...[...items, ...moved].map((_, at) => first + at)]
  return (
    <WideTable isComparing label={text('assess.below')} className="assess-table" titles={[...titles, ...moved]} numbers={numbers}>
      {bySize(seen.rows).map(({ band, rows }) => (
        <Fragment key={band?.code ?? ''}>
          {band && <BandLine band={band} count={rows.length} width={titles.length + moved.length} />}
          {rows.map((row) => (
            <Row key={row.code} row={row} seen={seen} isTrial={isTrial} onOpen={onOpen} />
          ))}
        </Fragment>
      ))}
    </WideTable>
  )
}

/** The places ranked among themselves follow this line. */
function BandLine({ band, count, width }: { band: SizeBand; count: number; width: number }) {
  const text = useText(assessmentMessages)
  const bandName = useBandName()
  return (
    <tr className="assess-band">
      <th scope="rowgroup" colSpan={width}>
        {text('assess.band', { band: bandName(band), count })}
      </th>
    </tr>
  )
}

function Row({ row, seen, isTrial, onOpen }: TableProps & { row: AssessedRow }) {
  const text = useText(assessmentMessages)
  const search = `?${new URLSearchParams({ place: row.code, year: String(seen.year) })}`
  const small = row.clients < (seen.scheme?.minimumClients ?? 0)
  return (
    <tr>
      <td className="number">{row.rank ?? '–'}</td>
      <th scope="row">
        <Link to={{ search }}>{row.name}</Link>
        {small && <small className="faint">{text('assess.small', { minimum: seen.scheme?.minimumClients ?? 0 })}</small>}
      </th>
      <td className="number">
        <b>{pointsText(row.score)}</b>
      </td>
      {isTrial && <td className="number">{row.whatIf ? <Tried row={row} /> : '–'}</td>}
      <td>
        <TierTag tier={row.tier} />
      </td>
      <td className="number">{row.streak > 0 ? text('assess.years', { count: row.streak }) : '–'}</td>
      {row.points.map((point) => (
        <td key={point.indicator} className="number">
          <button
            type="button"
            className="link"
            onClick={() => onOpen({ place: row, point, item: seen.scheme?.items.find(({ indicator }) => indicator === point.indicator) })}
          >
            {earnedText(point)}
          </button>
        </td>
      ))}
    </tr>
  )
}

/** Points, rank and tier as they would be. */
function Tried({ row: { whatIf, rank, tier } }: { row: AssessedRow }) {
  if (!whatIf) return null
  const moved = whatIf.rank !== null && rank !== null ? rank - whatIf.rank : 0
  return (
    <>
      {pointsText(whatIf.score)} {moved !== 0 && <small>{moved > 0 ? `↑${moved}` : `↓${-moved}`}</small>}{' '}
      {whatIf.tier !== tier && <TierTag tier={whatIf.tier} />}
    </>
  )
}
