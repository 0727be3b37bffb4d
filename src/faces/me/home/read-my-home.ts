import type { z } from 'zod'
import type { seeMyHome } from '../../../modules/casework/contract.ts'

export type MyHome = z.output<(typeof seeMyHome)['output']>

type Kind<T> = T extends string
  ? 'text'
  : T extends number
    ? 'number'
    : T extends boolean
      ? 'flag'
      : T extends readonly unknown[]
        ? 'list'
        : 'part'

/** What the home page leans on. As with the session, zod would weigh more than the whole page. */
const PARTS: { readonly [K in keyof MyHome]: Kind<NonNullable<MyHome[K]>> } = {
  name: 'text',
  isAgent: 'flag',
  unitName: 'text',
  station: 'part',
  open: 'list',
  unread: 'number',
  fileRemarks: 'number',
  confirmation: 'part',
  toRate: 'list',
}
const MAY_BE_NULL: readonly (keyof MyHome)[] = ['confirmation', 'station']

/** The answer of `mine.home`; undefined where it is not what the contract promises. */
export function readMyHome(value: unknown): MyHome | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const parts = value as Record<string, unknown>
  const isWhole = Object.entries(PARTS).every(
    ([name, kind]) => isOf(kind, parts[name]) || (parts[name] === null && MAY_BE_NULL.includes(name as keyof MyHome)),
  )
  return isWhole ? (value as MyHome) : undefined
}

function isOf(kind: string, part: unknown): boolean {
  if (kind === 'text') return typeof part === 'string'
  if (kind === 'number') return typeof part === 'number'
  if (kind === 'flag') return typeof part === 'boolean'
  return kind === 'list' ? Array.isArray(part) : typeof part === 'object' && part !== null
}
