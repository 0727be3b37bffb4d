import { Button } from 'antd'
import { count } from '../text/format.ts'
import { useText } from '../text/use-text.ts'
import { limits, type PagePlace, pageNumber, reordered, turned, turnedBack } from './page-place.ts'

interface PagerProps {
  place: PagePlace
  onPlace: (place: PagePlace) => void
  next: string | undefined
  total: number | undefined
  busy: boolean
}

/** Back, forth, and how many rows a page. The server knows its way by a cursor, so there is no jump to page 7. */
export function Pager({ place, onPlace, next, total, busy }: PagerProps) {
  const text = useText()
  const page = pageNumber(place)
  return (
    <nav className="pager" aria-label={text('table.page', { page })}>
      {total !== undefined && <span>{text('table.total', { count: count(total) })}</span>}
      <span className="push row pager-turn">
        <Button disabled={page === 1 || busy} onClick={() => onPlace(turnedBack(place))}>
          {text('table.previous')}
        </Button>
        <span>{text('table.page', { page })}</span>
        <Button disabled={next === undefined || busy} onClick={() => next !== undefined && onPlace(turned(place, next))}>
          {text('table.next')}
        </Button>
      </span>
      <select
        aria-label={text('table.limit')}
        value={place.limit}
        onChange={(event) => onPlace(reordered(place, { limit: Number(event.target.value) }))}
      >
        {limits.map((limit) => (
          <option key={limit} value={limit}>
            {text('table.perPage', { count: limit })}
          </option>
        ))}
      </select>
    </nav>
  )
}
