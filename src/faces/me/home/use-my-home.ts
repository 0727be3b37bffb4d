import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ProblemError } from '../../../ui/api/problem.ts'
import { viewKey } from '../../../ui/api/use-view.ts'
import { askView } from './ask-view.ts'
import { type MyHome, readMyHome } from './read-my-home.ts'

const NAME = 'mine.home'

/** What waits for the person whose file is open. Every page of /me may ask: it is kept. */
export const useMyHome = (): UseQueryResult<MyHome, ProblemError> =>
  useQuery<MyHome, ProblemError>({
    queryKey: viewKey(NAME, {}),
    queryFn: ({ signal }) => askView(NAME, readMyHome, signal),
    staleTime: 30_000,
  })
