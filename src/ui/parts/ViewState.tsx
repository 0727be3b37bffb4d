import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type ProblemError, problemOf } from '../api/problem.ts'
import { ErrorState } from './ErrorState.tsx'
import { LoadingState } from './LoadingState.tsx'

export interface ViewStateProps<T> {
  query: UseQueryResult<T, ProblemError>
  /** Lines of the skeleton. */
  lines?: number
  /** A `ViewsFailed` above tells what went wrong, of this view and of others. */
  isToldAbove?: boolean
  children: (value: T) => ReactNode
}

/** Loading, error or content of one view. An answer that is there stays, with the error above it, when a refetch fails. */
export function ViewState<T>({ query, lines, isToldAbove = false, children }: ViewStateProps<T>) {
  const error =
    query.error && !isToldAbove ? (
      <ErrorState isReading problem={problemOf(query.error)} onRetry={() => void query.refetch()} slim={query.data !== undefined} />
    ) : undefined
  if (query.data === undefined && query.error) return error
  if (query.data === undefined) return <LoadingState {...(lines === undefined ? {} : { lines })} />
  return (
    <>
      {error}
      {children(query.data)}
    </>
  )
}
