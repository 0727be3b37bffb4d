import type { RegionCode } from '../../../kernel/region-code.ts'
import * as network from '../../../modules/network/contract.ts'
import { see, useView } from '../../../ui/api/use-view.ts'
import type { FindRegions, RegionHit } from '../../../ui/fields/use-region-search.ts'

const day = 86_400_000

/** A place in one's own range, by name, pinyin, initials or code. */
export const findOwn: FindRegions = async (query, signal) => {
  const { rows } = await see(network.findDivisions, { query: query.slice(0, 100), limit: 50, isOwnRangeOnly: true }, signal)
  return rows.map(({ code, name, path }) => ({ code, name, path }))
}

/** The words for the places of some units: 双凤桥街道凤鸣路社区; a code until they are known. */
export function usePlaceNames(unitCodes: readonly string[]): (unitCode: string) => string {
  const codes = [...new Set(unitCodes.map((code) => code.slice(0, 12) as RegionCode))].sort().slice(0, 500)
  const { data } = useView(network.names, { codes }, { enabled: codes.length > 0, staleTime: day, keepPrevious: true })
  const byCode = new Map((data?.rows ?? []).map(({ code, name, parentName }) => [String(code), `${parentName ?? ''}${name}`]))
  return (unitCode) => byCode.get(unitCode.slice(0, 12)) ?? unitCode
}

/** A place by its code, as the picker shows it. */
export function usePlace(code: string): RegionHit | undefined {
  const rows = useView(network.path, { code: code.slice(0, 12) }, { staleTime: day }).data?.rows
  const last = rows?.at(-1)
  return rows && last && { code: last.code, name: last.name, path: rows.slice(0, -1).map(({ name }) => name) }
}
