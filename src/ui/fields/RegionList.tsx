import { useEffect, useRef, useState } from 'react'
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

/** The hits, only those in sight drawn. */
export function RegionList({ id, label, hits, marked, onMark, onPick }: RegionListProps) {
  const box = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const height = Math.min(boxHeight, hits.length * rowHeight)
  const { first, end } = windowRows({ scrollTop, height, rowHeight, count: hits.length })
  useEffect(() => {
    if (box.current) box.current.scrollTop = scrollToRow({ scrollTop: box.current.scrollTop, height, rowHeight }, marked)
  }, [marked, height])
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label={label}
      className="region-list"
      tabIndex={-1}
      style={{ height }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div style={{ height: hits.length * rowHeight }}>
        {hits.slice(first, end).map((hit, offset) => {
          const at = first + offset
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
            <div
              key={hit.code}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === marked}
              aria-posinset={at + 1}
              aria-setsize={hits.length}
              style={{ top: at * rowHeight, height: rowHeight }}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => at !== marked && onMark(at)}
              onClick={() => onPick(hit)}
            >
              <b>{hit.name}</b>
              <span className="faint mono">{hit.code}</span>
              <span className="soft cut">{hit.path.join(' › ')}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
