import { type ReactNode, useLayoutEffect, useRef } from 'react'
import '../styles/parts/wide-table.css'
import { nameCells } from './name-cells.ts'

interface WideProps {
  label: string
  /** Of the module, for what is its own about this table. */
  className?: string
  /** Rows are read against each other, down a column: the table stays one on a phone too, and scrolls sideways. */
  isComparing?: boolean
  children: ReactNode
}

/**
 * A frame for a table that may be wider than a window: it scrolls by itself, and by the keys too. On a phone each row is a
 * card with its values named, unless rows are compared.
 */
export function Wide({ label, className = '', isComparing = false, children }: WideProps) {
  const frame = useRef<HTMLElement>(null)
  // After every drawing: rows come and go with what is shown in the frame.
  useLayoutEffect(() => {
    if (frame.current) nameCells(frame.current)
  })
  return (
    <section
      ref={frame}
      className={`wide-table ${isComparing ? 'comparing' : ''} ${className}`}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      {children}
    </section>
  )
}

interface WideTableProps extends WideProps {
  titles: readonly string[]
  /** Which columns hold numbers, counted from 0: set to the right, in figures of one width. */
  numbers?: readonly number[]
}

/** A table of a head line and the rows given, in such a frame. */
export function WideTable({ titles, numbers = [], children, ...frame }: WideTableProps) {
  return (
    <Wide {...frame}>
      <table>
        <thead>
          <tr>
            {titles.map((title, at) => (
              <th key={title} scope="col" className={numbers.includes(at) ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Wide>
  )
}
