import type { Scheme, SchemeItem } from './scheme.ts'

export interface SchemeDiff {
  readonly added: readonly SchemeItem[]
  readonly removed: readonly SchemeItem[]
  readonly changed: readonly { readonly before: SchemeItem; readonly after: SchemeItem }[]
  /** Whether service is counted in another way. */
  readonly isServiceChanged: boolean
}

const isSame = (a: SchemeItem, b: SchemeItem): boolean =>
  a.points === b.points && a.unit === b.unit && a.atLeast === b.atLeast && a.group === b.group

/** What a version of the table does otherwise than the one before it: shown before it takes effect. */
export function diffSchemes(before: Scheme, after: Scheme): SchemeDiff {
  const was = new Map(before.items.map((item) => [item.code, item]))
  const is = new Map(after.items.map((item) => [item.code, item]))
  return {
    added: after.items.filter(({ code }) => !was.has(code)),
    removed: before.items.filter(({ code }) => !is.has(code)),
    changed: before.items.flatMap((item) => {
      const now = is.get(item.code)
      return now && !isSame(item, now) ? [{ before: item, after: now }] : []
    }),
    isServiceChanged: JSON.stringify(Object.entries(before.service).sort()) !== JSON.stringify(Object.entries(after.service).sort()),
  }
}
