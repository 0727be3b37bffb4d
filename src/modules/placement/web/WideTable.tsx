import type { ReactNode } from 'react'

/** A table that may be wider than a phone: it scrolls by itself, and by the keys too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="wide-table" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
