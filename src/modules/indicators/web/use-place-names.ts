import { useMemo } from 'react'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import * as network from '../../network/contract.ts'

/** Gives the words for a unit's place: 双凤桥街道凤鸣路社区; its code until they are known. */
export type PlaceNames = (unitCode: string) => string

/** The names of the places of some units, asked for together. */
export function usePlaceNames(unitCodes: readonly string[]): PlaceNames {
  const codes = [...new Set(unitCodes.map((code) => code.slice(0, 12) as RegionCode))].sort().slice(0, 500)
  const { data } = useView(network.names, { codes }, { enabled: codes.length > 0, staleTime: 600_000, keepPrevious: true })
  return useMemo(() => {
    const byCode = new Map((data?.rows ?? []).map(({ code, name, parentName }) => [String(code), `${parentName ?? ''}${name}`]))
    return (unitCode) => byCode.get(unitCode.slice(0, 12)) ?? unitCode
  }, [data])
}
