import type { ReactNode } from 'react'

interface WideProps {
  label: string
  /** Of the module, for what is its own about this table. */
  className?: string
  children: ReactNode
}

/** A frame for a table that may be wider than a phone: it scrolls by itself, and by the keys too. */
export function Wide({ label, className, children }: WideProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className={className === undefined ? 'wide-table' : `wide-table ${className}`} aria-label={label} tabIndex={0}>
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
