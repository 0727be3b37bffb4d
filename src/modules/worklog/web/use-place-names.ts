import type { RegionCode } from '../../../kernel/region-code.ts'
import { see, useView } from '../../../ui/api/use-view.ts'
import { names } from '../../network/contract.ts'
import type { WorkRecord } from '../contract.ts'

/** The names of the units on a page; a code until its name has come. */
export function usePlaceNames(rows: readonly Pick<WorkRecord, 'unitCode'>[]): (unitCode: string) => string {
  const codes = [...new Set(rows.map(({ unitCode }) => unitCode.slice(0, 12) as RegionCode))].toSorted()
  const answer = useView(names, { codes }, { enabled: codes.length > 0, keepPrevious: true, staleTime: 3_600_000 })
  const known = new Map<string, string>((answer.data?.rows ?? []).map(({ code, name }) => [code, name]))
  return (unitCode) => known.get(unitCode.slice(0, 12)) ?? unitCode
}

/** So many places are asked for at once. */
const MOST = 500

/** The same for as many records as go into a file. */
export async function readPlaceNames(rows: readonly Pick<WorkRecord, 'unitCode'>[]): Promise<(unitCode: string) => string> {
  const codes = [...new Set(rows.map(({ unitCode }) => unitCode.slice(0, 12) as RegionCode))]
  const known = new Map<string, string>()
  for (let from = 0; from < codes.length; from += MOST)
    for (const { code, name } of (await see(names, { codes: codes.slice(from, from + MOST) })).rows) known.set(code, name)
  return (unitCode) => known.get(unitCode.slice(0, 12)) ?? unitCode
}
