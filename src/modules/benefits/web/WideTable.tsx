import type { ReactNode } from 'react'
import { WideTable as Table } from '../../../ui/table/WideTable.tsx'

/** The wide table of the house; of rates and amounts all columns but the first hold numbers. */
export function WideTable({ label, titles, children }: { label: string; titles: readonly string[]; children: ReactNode }) {
  return (
    <Table label={label} className="benefit-wide" titles={titles} numbers={titles.map((_, at) => at).slice(1)}>
      {children}
    </Table>
  )
}
