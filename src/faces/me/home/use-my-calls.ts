import { useQuery } from '@tanstack/react-query'
import { viewKey } from '../../../ui/api/use-view.ts'
import { askView } from './ask-view.ts'
import { type Call, callsOf, readPlacements, readRounds } from './my-calls.ts'

/** Kept apart from what the pages of placement keep under the same names: those are read whole. */
const KEY = viewKey('mine.placement', { for: 'home' })

async function ask(signal: AbortSignal): Promise<readonly Call[]> {
  const placements = await askView('mine.placement', readPlacements, signal)
  // Nobody is in a round without having been a candidate.
  return callsOf(placements, placements.length === 0 ? [] : await askView('mine.rounds', readRounds, signal))
}

/** What placement asks of the person; undefined while that is not known. */
export const useMyCalls = (): readonly Call[] | undefined =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => ask(signal), staleTime: 30_000 }).data
