import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type CodeRange, rangeOf, TIERS, type Tier } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { DivisionHit } from '../contract.ts'
import { endOfPrefix, exactForms, rankOf, searchText } from '../domain/search-keys.ts'
import { DIVISION_COLUMNS, type DivisionColumns, divisionOf } from './division-queries.ts'

export interface FindDivisions {
  /** Part of a name, pinyin, initials or leading digits; several words lead down the tree: 渝北 凤鸣. */
  readonly query: string
  /** One's own range: what lies inside comes first. */
  readonly within: CodeRange
  readonly tiers?: readonly Tier[] | undefined
  readonly isOwnRangeOnly?: boolean | undefined
  readonly limit: number
  /** Divisions that stand on this day. */
  readonly on: PlainDate
}

/** What is asked of the tables for one word. */
interface Word extends Omit<FindDivisions, 'query'> {
  readonly text: string
  readonly isOutside: boolean
}

/**
 * Finds divisions by what people type. Order: inside one's own range; the very name; names that begin so before names
 * that contain it; higher tiers; code. Never reads more of the tree than it answers with.
 */
export async function findDivisions(tx: Tx, wanted: FindDivisions): Promise<DivisionHit[]> {
  const words = wordsOf(wanted.query)
  const last = words.pop()
  if (last === undefined) return []
  const places = await narrow(tx, words, wanted)
  const hits = new Map<string, DivisionHit>()
  for (const { range, isOutside } of places) {
    if (hits.size >= wanted.limit) break
    const found = await findWord(tx, { ...wanted, within: range, text: last, isOutside, limit: wanted.limit - hits.size })
    for (const hit of found) hits.set(hit.code, hits.get(hit.code) ?? { ...hit, isInOwnRange: isIn(hit.code, wanted.within) })
  }
  return [...hits.values()]
}

const isIn = (code: string, { lo, hi }: CodeRange): boolean => code >= lo && code < hi

/** Latin words are one spelling (feng ming lu); others lead down the tree one by one. */
function wordsOf(query: string): string[] {
  const words = query
    .split(/\s+/)
    .map(searchText)
    .filter((word) => word !== '')
  return words.every((word) => /^[a-z]+$/.test(word)) && words.length > 0 ? [words.join('')] : words
}

interface SearchedRange {
  readonly range: CodeRange
  readonly isOutside: boolean
}

/** Where the last word is looked for: inside one's own range and then outside, or below what the words before it name. */
async function narrow(tx: Tx, before: readonly string[], { within, isOwnRangeOnly, on }: FindDivisions): Promise<readonly SearchedRange[]> {
  const own = { range: within, isOutside: false }
  if (before.length === 0) return isOwnRangeOnly ? [own] : [own, { range: within, isOutside: true }]
  const above = await findDivisions(tx, {
    query: before.join(' '),
    within,
    isOwnRangeOnly,
    on,
    tiers: ['province', 'city', 'county', 'township'],
    limit: 5,
  })
  return above.map(({ code }) => ({ range: rangeOf(code), isOutside: false }))
}

type HitColumns = DivisionColumns & { readonly path: string[] }

async function findWord(tx: Tx, word: Word): Promise<DivisionHit[]> {
  const isCode = /^\d+$/.test(word.text)
  const side = word.isOutside ? 'not (code >= $1 and code < $2)' : 'code >= $1 and code < $2'
  const depths = (word.tiers ?? TIERS).map((tier) => TIERS.indexOf(tier))
  const base = [word.within.lo, word.within.hi, word.on, word.limit]
  const { rows } = isCode
    ? await tx.query<HitColumns>(shown(codeHits(side)), [
        ...base,
        word.text.slice(0, 12),
        endOfPrefix(word.text.slice(0, 12)),
        word.tiers ?? TIERS,
      ])
    : await tx.query<HitColumns>(shown(keyHits(side, word.text)), [...base, ...keyValues(word.text, depths)])
  return rows.map((row) => ({ ...divisionOf(row), path: row.path, isInOwnRange: false }))
}

/** Hits with their particulars and the names above them. */
const shown = (hits: string): string => `
  with hit as (${hits})
  select ${DIVISION_COLUMNS}, coalesce(
      (select array_agg(a.name order by a.code) from network.divisions a
       where a.code = any(array[left(d.code, 2) || '0000000000', left(d.code, 4) || '00000000', left(d.code, 6) || '000000', left(d.code, 9) || '000'])
         and a.code < d.code and not a.is_pseudo), '{}') as path
  from (select code, min(rank) as rank from hit group by code) h
  join network.divisions d on d.code = h.code
  where d.valid_from <= $3 and d.valid_to > $3
  order by h.rank, d.code
  limit $4`

const codeHits = (side: string): string => `
  select code, 0 as rank from network.divisions
  where ${side} and code >= $5 and code < $6 and tier = any($7) and not is_pseudo
  order by code limit $4 + 10`

/**
 * The very name first, then everything that begins so. A few more than asked for are read, for a division may have two
 * keys, or stand no more.
 */
function keyHits(side: string, text: string): string {
  return `
    (select code, rank - 100 as rank from network.division_keys where key = any($5) and rank = any($6) and ${side} order by rank, code limit $4 * 2 + 10)
    union all
    (select code, rank from network.division_keys
     where ${begins(text)} and rank = any($7) and ${side} order by rank, code limit $4 * 3 + 10)`
}

/** One character or two letters have an index in order of rank: thousands match, and only the first are wanted. */
function begins(text: string): string {
  // Every parameter must have a type, used or not.
  const unused = '$9::text is not null'
  if ([...text].length === 1) return `left(key, 1) = $8 and ${unused}`
  return /^[ -~]{2}$/.test(text) ? `left(key, 2) = $8 and key < '一' and ${unused}` : 'key >= $8 and key < $9'
}

function keyValues(text: string, depths: readonly number[]): readonly unknown[] {
  const starts = depths.map((depth) => rankOf(depth, 'starts'))
  const all = [...starts, ...depths.map((depth) => rankOf(depth, 'inside'))]
  return [exactForms(text), starts, all, text, endOfPrefix(text)]
}
