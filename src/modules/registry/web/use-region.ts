import { useQueries } from '@tanstack/react-query'
import type { Tier } from '../../../kernel/region-code.ts'
import { see, useView, viewKey } from '../../../ui/api/use-view.ts'
import type { FindRegions, RegionHit } from '../../../ui/fields/use-region-search.ts'
import { findDivisions, path } from '../../network/contract.ts'

const day = 86_400_000

/** A place by its code, with those above it; nothing while it is being asked for. */
export function useRegion(code: string | null | undefined): RegionHit | undefined {
  const region = (code ?? '').slice(0, 12)
  const query = useView(path, { code: region }, { enabled: region !== '', staleTime: day })
  return hitOf(query.data?.rows)
}

/** 凤鸣路社区居民委员会 is 凤鸣路社区 to everyone who lives there. */
const spoken = (name: string): string => name.replace(/(?<=.)居民委员会$|(?<=村)村民委员会$/, '').replace(/(?<=.)村民委员会$/, '村')

const hitOf = (rows: readonly { code: string; name: string }[] | undefined): RegionHit | undefined => {
  const last = rows?.at(-1)
  return rows && last && { code: last.code, name: spoken(last.name), path: rows.slice(0, -1).map(({ name }) => name) }
}

/** The last two names of a place: 双凤桥街道 凤鸣路社区. */
export const shortPlace = (place: RegionHit): string => [place.path.at(-1), place.name].filter(Boolean).join(' ')

/** The names of at most forty places by their codes; those beyond are asked for when they are alone on a page. */
export function useRegionNames(codes: readonly string[]): ReadonlyMap<string, string> {
  const asked = [...new Set(codes.map((code) => code.slice(0, 12)))].slice(0, 40)
  return useQueries({
    queries: asked.map((code) => ({
      queryKey: viewKey(path.name, { code }),
      queryFn: ({ signal }: { signal: AbortSignal }) => see(path, { code }, signal),
      staleTime: day,
    })),
    combine: (answers) => new Map(answers.flatMap(({ data }, at) => [[asked[at] ?? '', spoken(data?.rows.at(-1)?.name ?? '')] as const])),
  })
}

const finder =
  (narrower: { tiers?: Tier[]; isOwnRangeOnly?: boolean }): FindRegions =>
  async (query, signal) => {
    const { rows } = await see(findDivisions, { query: query.slice(0, 100), limit: 50, ...narrower }, signal)
    return rows.map(({ code, name, path: above }) => ({ code, name: spoken(name), path: above }))
  }

/** Any place of the nation, one's own first. */
export const findAnywhere: FindRegions = finder({})
/** Places that have a station which serves people. */
export const findStations: FindRegions = finder({ tiers: ['township', 'village'] })
export const findOwnStations: FindRegions = finder({ tiers: ['township', 'village'], isOwnRangeOnly: true })
export const findOwn: FindRegions = finder({ isOwnRangeOnly: true })
