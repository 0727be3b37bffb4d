import type { ReactNode } from 'react'

interface WideTableProps {
  label: string
  titles: readonly string[]
  /** Which columns hold numbers, counted from 0. */
  numbers?: readonly number[]
  children: ReactNode
}

/** A table that may be wider than a phone: it scrolls by itself, and by the keys too. */
export function WideTable({ label, titles, numbers = [], children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="assist-wide" aria-label={label} tabIndex={0}>
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
    </section>
  )
}
