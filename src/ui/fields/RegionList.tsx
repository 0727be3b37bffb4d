import { type MouseEvent, memo, useEffect, useRef, useState } from 'react'
import type { RegionHit } from './use-region-search.ts'
import { scrollToRow, windowRows } from './window-rows.ts'

const rowHeight = 44
const boxHeight = 264

interface RegionListProps {
  id: string
  label: string
  hits: readonly RegionHit[]
  marked: number
  onMark: (at: number) => void
  onPick: (place: RegionHit) => void
}

/** The hits, only those in sight drawn. On a slow phone a key draws two rows anew, not all: so rows have no handlers of their own. */
export function RegionList({ id, label, hits, marked, onMark, onPick }: RegionListProps) {
  const box = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const height = Math.min(boxHeight, hits.length * rowHeight)
  const { first, end } = windowRows({ scrollTop, height, rowHeight, count: hits.length })
  useEffect(() => {
    if (box.current) box.current.scrollTop = scrollToRow({ scrollTop: box.current.scrollTop, height, rowHeight }, marked)
  }, [marked, height])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label={label}
      className="region-list"
      tabIndex={-1}
      style={{ height }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={(event) => {
        const at = rowUnder(event)
        if (at !== undefined && at !== marked) onMark(at)
      }}
      onClick={(event) => {
        const hit = hits[rowUnder(event) ?? -1]
        if (hit) onPick(hit)
      }}
    >
      <div style={{ height: hits.length * rowHeight }}>
        {hits.slice(first, end).map((hit, offset) => (
          <HitRow key={hit.code} list={id} hit={hit} at={first + offset} count={hits.length} isMarked={first + offset === marked} />
        ))}
      </div>
    </div>
  )
}

/** The place of the row that the pointer is on; undefined beside all of them. */
function rowUnder({ target }: MouseEvent): number | undefined {
  const row = target instanceof Element ? target.closest('[role=option]') : null
  return row ? Number(row.getAttribute('aria-posinset')) - 1 : undefined
}

interface HitRowProps {
  list: string
  hit: RegionHit
  at: number
  count: number
  isMarked: boolean
}

const HitRow = memo(function HitRow({ list, hit, at, count, isMarked }: HitRowProps) {
  return (
    <div
      id={`${list}-${at}`}
      role="option"
      tabIndex={-1}
      aria-selected={isMarked}
      aria-posinset={at + 1}
      aria-setsize={count}
      style={{ top: at * rowHeight, height: rowHeight }}
    >
      <b>{hit.name}</b>
      <span className="faint mono">{hit.code}</span>
      <span className="soft cut">{hit.path.join(' › ')}</span>
    </div>
  )
})
