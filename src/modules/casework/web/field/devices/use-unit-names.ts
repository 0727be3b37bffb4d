import type { RegionCode } from '../../../../../kernel/region-code.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { names } from '../../../../network/contract.ts'

const DAY_MS = 86_400_000

/** The names of some units: 双凤桥街道凤鸣路社区; a code until they are known. */
export function useUnitNames(unitCodes: readonly string[]): (unitCode: string) => string {
  const codes = [...new Set(unitCodes.map((code) => code.slice(0, 12) as RegionCode))].sort().slice(0, 500)
  const { data } = useView(names, { codes }, { enabled: codes.length > 0, staleTime: DAY_MS, keepPrevious: true })
  const byCode = new Map((data?.rows ?? []).map(({ code, name, parentName }) => [String(code), `${parentName ?? ''}${name}`]))
  return (unitCode) => byCode.get(unitCode.slice(0, 12)) ?? unitCode
}
