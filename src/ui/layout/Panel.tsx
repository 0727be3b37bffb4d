import { type CSSProperties, type ReactNode, useId } from 'react'

export interface PanelProps {
  title: ReactNode
  /** A quiet count behind the title: 4 户. */
  count?: ReactNode
  /** At the right of the head: a note, links, a switch. */
  side?: ReactNode
  foot?: ReactNode
  /** `chosen` has a darker edge, `late` a red one. */
  tone?: 'chosen' | 'late' | undefined
  style?: CSSProperties
  children?: ReactNode
}

/** A white field with a head, content and a foot. Content brings its own padding, so that lists reach the edges. */
export function Panel({ title, count, side, foot, tone, style, children }: PanelProps) {
  const id = useId()
  return (
    <section className="panel" data-tone={tone} style={style} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className="count">{count}</span>}
        {side !== undefined && <div className="side">{side}</div>}
      </header>
      {children}
      {foot !== undefined && <div className="foot">{foot}</div>}
    </section>
  )
}

/** The first line of a page: a sentence that answers, a quiet note, and what can be done. */
export function PageHead({ title, note, crumb, actions }: { title: ReactNode; note?: ReactNode; crumb?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="head">
      <div>
        {crumb !== undefined && <div className="rule">{crumb}</div>}
        <h1>{title}</h1>
      </div>
      {note !== undefined && <span className="faint">{note}</span>}
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  )
}
