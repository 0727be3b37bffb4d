import { startTransition, useEffect, useState } from 'react'
import { type Problem, problemOf } from '../api/problem.ts'

/** A place that a search found. */
export interface RegionHit {
  code: string
  name: string
  /** From the province down, without the place itself: ['重庆市', '渝北区']. */
  path: string[]
}

/** Finds at most a few hundred places by name, pinyin, initials or code. Never the tree. */
export type FindRegions = (query: string, signal: AbortSignal) => Promise<readonly RegionHit[]>

export interface RegionSearch {
  hits: readonly RegionHit[]
  /** The query these hits belong to. */
  answered: string
  problem?: Problem
}

const quiet: RegionSearch = { hits: [], answered: '' }

/** Asks shortly after the last key and drops answers that were overtaken. */
export function useRegionSearch(find: FindRegions, query: string): RegionSearch {
  const [search, setSearch] = useState(quiet)
  useEffect(() => {
    if (query.trim() === '') {
      setSearch(quiet)
      return
    }
    const stop = new AbortController()
    // The next key goes before the drawing of an answer.
    const answer = (next: RegionSearch) => stop.signal.aborted || startTransition(() => setSearch(next))
    const timer = setTimeout(() => {
      find(query.trim(), stop.signal)
        .then((hits) => answer({ hits, answered: query }))
        .catch((error: unknown) => answer({ hits: [], answered: query, problem: problemOf(error) }))
    }, 100)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [find, query])
  return search
}
