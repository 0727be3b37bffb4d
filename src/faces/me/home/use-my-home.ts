import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { deliver } from '../../../ui/api/deliver.ts'
import { type ProblemError, problemError } from '../../../ui/api/problem.ts'
import { viewKey } from '../../../ui/api/use-view.ts'
import { type MyHome, readMyHome } from './read-my-home.ts'

const NAME = 'mine.home'

async function ask(signal: AbortSignal): Promise<MyHome> {
  const answer = await deliver({ path: `/api/see/${NAME}`, body: {}, signal })
  if (answer.kind === 'problem') throw problemError(answer.problem)
  const home = answer.kind === 'value' ? readMyHome(answer.value) : undefined
  if (home) return home
  throw problemError({ code: 'unreadable' })
}

/** What waits for the person whose file is open. Every page of /me may ask: it is kept. */
export const useMyHome = (): UseQueryResult<MyHome, ProblemError> =>
  useQuery<MyHome, ProblemError>({ queryKey: viewKey(NAME, {}), queryFn: ({ signal }) => ask(signal), staleTime: 30_000 })
