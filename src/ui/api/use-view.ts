import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ViewContract } from '../../kernel/contract.ts'
import { deliver, type Letter } from './deliver.ts'
import { type ProblemError, problemError } from './problem.ts'
import { useLive } from './use-live.ts'

export interface ViewOptions<T = unknown> {
  /** Ask only when true, for instance once two letters are typed. */
  enabled?: boolean
  /** Kinds of facts after which the answer is asked for again: `['visit.done']`. */
  live?: readonly string[]
  /** Show the last answer while a new question is on its way: paging, searching. */
  keepPrevious?: boolean
  /** How long an answer counts as fresh, ms. */
  staleTime?: number
  /** Ask again after so many ms while this says so, for work under way. These calls keep nobody signed in. */
  every?: (value: T) => number | false
}

export const viewKey = (name: string, input?: unknown): unknown[] => (input === undefined ? ['see', name] : ['see', name, input])

/** Asks once, outside React: for pickers and searches. Throws a `ProblemError`. */
export const see = async <I extends z.ZodType, O extends z.ZodType>(
  contract: ViewContract<string, I, O>,
  input: z.input<I>,
  signal?: AbortSignal,
): Promise<z.output<O>> => ask(contract, input, signal ? { signal } : {})

async function ask<I extends z.ZodType, O extends z.ZodType>(
  contract: ViewContract<string, I, O>,
  input: z.input<I>,
  how: Pick<Letter, 'signal' | 'background'>,
): Promise<z.output<O>> {
  const answer = await deliver({ path: `/api/see/${contract.name}`, body: input, ...how })
  if (answer.kind === 'problem') throw problemError(answer.problem)
  if (answer.kind === 'refusal') throw problemError({ code: 'unreadable' })
  const read = contract.output.safeParse(answer.value)
  if (read.success) return read.data
  console.error(`${contract.name}: the answer does not fit its contract`, read.error)
  throw problemError({ code: 'unreadable' })
}

/** The answer of a view, kept and shared between the parts of a page. The error is always a `ProblemError`. */
export function useView<I extends z.ZodType, O extends z.ZodType>(
  contract: ViewContract<string, I, O>,
  input: z.input<I>,
  options: ViewOptions<z.output<O>> = {},
): UseQueryResult<z.output<O>, ProblemError> {
  const client = useQueryClient()
  const { every } = options
  const queryKey = viewKey(contract.name, input)
  const query = useQuery<z.output<O>, ProblemError>({
    queryKey,
    queryFn: ({ signal }) => {
      const background = every !== undefined && client.getQueryData(queryKey) !== undefined
      return ask(contract, input, { signal, background })
    },
    enabled: options.enabled ?? true,
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(every ? { refetchInterval: ({ state: { data } }) => (data === undefined ? false : every(data)) } : {}),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
  useLive(options.live ?? none, () => void query.refetch({ cancelRefetch: false }))
  return query
}

const none: readonly string[] = []
