import { see } from '../../../ui/api/use-view.ts'
import type { FindRegions } from '../../../ui/fields/use-region-search.ts'
import { findDivisions } from '../contract.ts'

/** What a region picker asks: part of a name, pinyin, initials or a code; one's own range first. */
export const findRegions: FindRegions = async (query, signal) => {
  const { rows } = await see(findDivisions, { query: query.slice(0, 100), limit: 50 }, signal)
  return rows.map(({ code, name, path }) => ({ code, name, path }))
}

/** The same, inside one's own range only: where something is to be built or changed. */
export const findOwnRegions: FindRegions = async (query, signal) => {
  const { rows } = await see(findDivisions, { query: query.slice(0, 100), limit: 50, isOwnRangeOnly: true }, signal)
  return rows.map(({ code, name, path }) => ({ code, name, path }))
}
