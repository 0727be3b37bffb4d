import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { ViewContract } from '../../kernel/contract.ts'
import type { ProblemError } from '../api/problem.ts'
import { useView, type ViewOptions } from '../api/use-view.ts'
import { keep, kept } from '../state/kept.ts'
import { firstPage, type PagePlace, readPlace } from './page-place.ts'

/** What a paged view answers: see `paged` in the kernel. */
export interface PagedAnswer<Row> {
  rows: Row[]
  next?: string | undefined
  total?: number | undefined
}

export interface Pages<Row> {
  query: UseQueryResult<PagedAnswer<Row>, ProblemError>
  place: PagePlace
  setPlace: (place: PagePlace) => void
}

export interface PagesOptions<Row> extends ViewOptions<PagedAnswer<Row>> {
  key: string
  limit?: number
  /** The most rows that the view gives at once. */
  most?: number
  /** How the view is told the order, when not as `{ sort: { by, down } }`. */
  orderAs?: (sort: { by: string; down: boolean }) => object
}

type PagedContract<I extends z.ZodType, Row> = ViewContract<string, I, z.ZodType<PagedAnswer<Row>>>

/**
 * A paged view that keeps its place: the page, its size, the order and the scroll are there again when one comes back.
 * `key` names the list; a change of `filter` begins at the first page. The view gets `{ ...filter, cursor, limit, sort }`.
 */
export function usePages<I extends z.ZodType, Row>(
  contract: PagedContract<I, Row>,
  filter: Omit<z.input<I>, 'cursor' | 'limit'>,
  options: PagesOptions<Row>,
): Pages<Row> {
  const name = `place.${options.key}.${JSON.stringify(filter)}`
  const [held, setHeld] = useState({ name, place: readPlace(kept('session', name), options.limit ?? 50) })
  const place = held.name === name ? held.place : firstPage(held.place.limit)
  useEffect(() => keep('session', name, JSON.stringify(place)), [name, place])
  const cursor = place.cursors.at(-1)
  const order = place.sort ? (options.orderAs?.(place.sort) ?? { sort: place.sort }) : {}
  const limit = Math.min(place.limit, options.most ?? place.limit)
  const input = { ...filter, limit, ...(cursor === undefined ? {} : { cursor }), ...order }
  const query = useView(contract, input as z.input<I>, { ...options, keepPrevious: true })
  return { query, place, setPlace: (next) => setHeld({ name, place: next }) }
}
