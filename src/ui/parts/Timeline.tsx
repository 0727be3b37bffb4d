import type { ReactNode } from 'react'
import '../styles/figures.css'

export interface TimelineItem {
  key: string
  when: string
  title: ReactNode
  words?: ReactNode
  /** Green is finished, amber is under way. */
  tone?: 'green' | 'amber'
}

/** What passed, newest first as given. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className="tl" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-tone={item.tone}>
          <div className="row">
            <b className="grow">{item.title}</b>
            <span className="d">{item.when}</span>
          </div>
          {item.words !== undefined && <div className="soft">{item.words}</div>}
        </li>
      ))}
    </ol>
  )
}
