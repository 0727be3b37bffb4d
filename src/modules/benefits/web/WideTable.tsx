import type { ReactNode } from 'react'

/** A table that may be wider than a phone: it scrolls by itself, and by the keys too. */
export function WideTable({ label, titles, children }: { label: string; titles: readonly string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="benefit-wide" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {titles.map((title, at) => (
              <th key={title} scope="col" className={at === 0 ? undefined : 'number'}>
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
