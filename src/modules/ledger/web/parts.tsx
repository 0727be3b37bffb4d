import type { ReactNode } from 'react'
import { Icon } from '../../../ui/parts/Icon.tsx'

export interface Column {
  readonly title: string
  /** Set to the right, in figures of one width. */
  readonly isNumber?: boolean
}

/** A table that may be wider than a phone: it scrolls by itself, and by the keys too. */
export function LedgerTable({ label, columns, children }: { label: string; columns: readonly Column[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="ledger-wide" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" className={isNumber ? 'number' : undefined}>
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

/** Why something was not done. */
export function Refused({ sentence }: { sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <p className="t">{sentence}</p>
    </div>
  )
}
