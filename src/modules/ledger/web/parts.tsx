import type { ReactNode } from 'react'
import { WideTable } from '../../../ui/table/WideTable.tsx'

export interface Column {
  readonly title: string
  /** Set to the right, in figures of one width. */
  readonly isNumber?: boolean
}

/** The wide table of the house, by columns. */
export function LedgerTable({ label, columns, children }: { label: string; columns: readonly Column[]; children: ReactNode }) {
  const numbers = columns.flatMap(({ isNumber }, at) => (isNumber ? [at] : []))
  return (
    <WideTable label={label} className="ledger-wide" titles={columns.map(({ title }) => title)} numbers={numbers}>
      {children}
    </WideTable>
  )
}
