import { Link } from 'react-router'
import { useText } from '../../../ui/text/use-text.ts'
import type { OpenMonth } from '../contract.ts'
import { briefMessages } from './messages.ts'

const MOST = 12

/** Months that are not locked, each a link to where it is confirmed. */
export function OpenMonths({ months }: { months: readonly OpenMonth[] }) {
  const text = useText(briefMessages)
  if (months.length === 0) return null
  return (
    <ul className="brief-months">
      {months.slice(0, MOST).map(({ place, placeName, month, state }) => (
        <li key={`${place} ${month}`}>
          <Link to={`/desk/closings?${new URLSearchParams({ place, month })}`}>
            {text('briefs.openMonth', { place: placeName, month })}
          </Link>
          <span className="faint"> {text(`briefs.open.${state}`)}</span>
        </li>
      ))}
      {months.length > MOST && <li className="faint">{text('briefs.openMore', { count: months.length - MOST })}</li>}
    </ul>
  )
}
