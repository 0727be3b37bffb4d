import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ProblemError } from '../../../ui/api/problem.ts'
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

/** What placement asks of the person. */
export const useMyCalls = (): UseQueryResult<readonly Call[], ProblemError> =>
  useQuery<readonly Call[], ProblemError>({ queryKey: KEY, queryFn: ({ signal }) => ask(signal), staleTime: 30_000 })
