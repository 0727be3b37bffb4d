import { useQuery } from '@tanstack/react-query'
import { RegionCode, shortCodeOf } from '../../../../kernel/region-code.ts'
import { problemError } from '../../../../ui/api/problem.ts'
import type { FindRegions } from '../../../../ui/fields/use-region-search.ts'
import { OpenPlaces } from '../../../network/contract.ts'
import { OpenMemorials } from '../../contract-sites.ts'

export const OPEN_MEMORIALS = '/open/memorials'

/** The address of a place on the map: /open/memorials/500112, and that of the country without digits. */
export const openMemorialsPath = (code?: string): string => {
  const digits = code === undefined ? '' : shortCodeOf(RegionCode.parse(code))
  return digits === '' ? OPEN_MEMORIALS : `${OPEN_MEMORIALS}/${digits}`
}

/** What was published of a place, a page of its list; null where there is no such place. */
export const useOpenMemorials = (place: string, page: string) =>
  useQuery<OpenMemorials | null>({
    queryKey: ['open', 'memorials', place, page],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/api/open/memorials/${encodeURIComponent(place)}?page=${encodeURIComponent(page)}`, { signal })
      if (answer.status === 404) return null
      if (!answer.ok) throw new Error(`the memorials were answered with ${answer.status}`)
      return OpenMemorials.parse(await answer.json())
    },
  })

/** Places by name, pinyin, initials or code, for whoever has not signed in. */
export const findOpenPlaces: FindRegions = async (query, signal) => {
  const answer = await fetch(`/api/open/places?query=${encodeURIComponent(query)}`, { signal }).catch(() => undefined)
  if (!answer?.ok) throw problemError({ code: 'unreachable' })
  return OpenPlaces.parse(await answer.json()).rows
}
