import { useMemo } from 'react'
import type { z } from 'zod'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { see, useView } from '../../../ui/api/use-view.ts'
import * as network from '../../network/contract.ts'

/** Gives the words for a unit's place: 双凤桥街道凤鸣路社区; its code until they are known. */
export type PlaceNames = (unitCode: string) => string

const placeOf = (unitCode: string) => unitCode.slice(0, 12) as RegionCode

function namesOf(rows: z.infer<typeof network.names.output>['rows']): PlaceNames {
  const byCode = new Map(rows.map(({ code, name, parentName }) => [String(code), `${parentName ?? ''}${name}`]))
  return (unitCode) => byCode.get(placeOf(unitCode)) ?? unitCode
}

/** So many places are asked for at once. */
const MOST = 500

/** The same for however many units, once: for a file. */
export async function readPlaceNames(unitCodes: readonly string[], signal: AbortSignal): Promise<PlaceNames> {
  const codes = [...new Set(unitCodes.map(placeOf))]
  const rows: Parameters<typeof namesOf>[0] = []
  for (let from = 0; from < codes.length; from += MOST)
    rows.push(...(await see(network.names, { codes: codes.slice(from, from + MOST) }, signal)).rows)
  return namesOf(rows)
}

/** The names of the places of some units, asked for together. */
export function usePlaceNames(unitCodes: readonly string[]): PlaceNames {
  const codes = [...new Set(unitCodes.map(placeOf))].sort().slice(0, MOST)
  const { data } = useView(network.names, { codes }, { enabled: codes.length > 0, staleTime: 600_000, keepPrevious: true })
  return useMemo(() => namesOf(data?.rows ?? []), [data])
}
