import type { ReactNode } from 'react'
import { WideTable as Table } from '../../../ui/table/WideTable.tsx'

interface Wide {
  readonly label: string
  readonly titles: readonly string[]
  readonly numbers?: readonly number[]
  readonly children: ReactNode
}

/** The wide table of the house; of rates and amounts all columns but the first hold numbers, where nothing else is said. */
export function WideTable({ label, titles, numbers = titles.map((_, at) => at).slice(1), children }: Wide) {
  return (
    <Table label={label} className="benefit-wide" titles={titles} numbers={numbers}>
      {children}
    </Table>
  )
}
