import type { UseQueryResult } from '@tanstack/react-query'
import { type ProblemError, problemOf } from '../api/problem.ts'
import { ErrorState } from './ErrorState.tsx'

/** A page that asks for several things tells once that some could not be read, and asks for all of those again. */
export function ViewsFailed({ queries }: { queries: readonly UseQueryResult<unknown, ProblemError>[] }) {
  const failed = queries.filter(({ error }) => error)
  const [first] = failed
  if (!first) return null
  const retry = () => {
    for (const query of failed) void query.refetch()
  }
  return <ErrorState isReading problem={problemOf(first.error)} onRetry={retry} slim={failed.every(({ data }) => data !== undefined)} />
}
