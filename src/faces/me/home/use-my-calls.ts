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

/** While a pick is awaited, the turn may come at any minute. */
const AWAITING_TURN = 15_000

const isAwaited = (calls: readonly Call[] | undefined): boolean => calls?.some(({ kind }) => kind === 'pick') ?? false

/** What placement asks of the person. */
export const useMyCalls = (): UseQueryResult<readonly Call[], ProblemError> =>
  useQuery<readonly Call[], ProblemError>({
    queryKey: KEY,
    queryFn: ({ signal }) => ask(signal),
    staleTime: AWAITING_TURN,
    refetchInterval: ({ state }) => isAwaited(state.data) && AWAITING_TURN,
  })
