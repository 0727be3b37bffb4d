import type { RegionCode } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { names } from '../../network/contract.ts'
import type { WorkRecord } from '../contract.ts'

/** The names of the units on a page; a code until its name has come. */
export function usePlaceNames(rows: readonly Pick<WorkRecord, 'unitCode'>[]): (unitCode: string) => string {
  const codes = [...new Set(rows.map(({ unitCode }) => unitCode.slice(0, 12) as RegionCode))].toSorted()
  const answer = useView(names, { codes }, { enabled: codes.length > 0, keepPrevious: true, staleTime: 3_600_000 })
  const known = new Map<string, string>((answer.data?.rows ?? []).map(({ code, name }) => [code, name]))
  return (unitCode) => known.get(unitCode.slice(0, 12)) ?? unitCode
}
