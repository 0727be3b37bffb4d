import { deliver } from '../../../ui/api/deliver.ts'
import { problemError } from '../../../ui/api/problem.ts'

/**
 * Asks a view of one's own without zod, which would weigh more than the whole first page.
 *
 * @param read gives the answer as far as the page leans on it; undefined where it is not what the contract promises
 * @throws ProblemError
 */
export async function askView<T>(name: string, read: (value: unknown) => T | undefined, signal: AbortSignal): Promise<T> {
  const answer = await deliver({ path: `/api/see/${name}`, body: {}, signal })
  if (answer.kind === 'problem') throw problemError(answer.problem)
  const seen = answer.kind === 'value' ? read(answer.value) : undefined
  if (seen !== undefined) return seen
  throw problemError({ code: 'unreadable' })
}
