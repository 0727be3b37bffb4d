import { useQuery } from '@tanstack/react-query'
import { problemError } from '../../../../ui/api/problem.ts'
import type { FindRegions } from '../../../../ui/fields/use-region-search.ts'
import { OpenDirectory, OpenPlaces } from '../../contract-open.ts'

/** The directory of a place, named by the digits of its code that say something; null where there is no such place. */
export const useOpenDirectory = (place: string) =>
  useQuery<OpenDirectory | null>({
    queryKey: ['open', 'units', place],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/api/open/units/${encodeURIComponent(place)}`, { signal })
      if (answer.status === 404) return null
      if (!answer.ok) throw new Error(`the directory was answered with ${answer.status}`)
      return OpenDirectory.parse(await answer.json())
    },
  })

/** Places by name, pinyin, initials or code, for whoever has not signed in. */
export const findOpenPlaces: FindRegions = async (query, signal) => {
  const answer = await fetch(`/api/open/places?query=${encodeURIComponent(query)}`, { signal }).catch(() => undefined)
  if (!answer?.ok) throw problemError({ code: 'unreachable' })
  return OpenPlaces.parse(await answer.json()).rows
}
