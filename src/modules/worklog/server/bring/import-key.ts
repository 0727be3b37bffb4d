import { createHash } from 'node:crypto'
import { canonical } from '../../../../platform/journal/canonical.ts'
import type { WorkFields } from '../../contract.ts'

/**
 * What tells a row of a sheet apart from every other: all it says, and which of several equal rows of the sheet it is. Two
 * meetings on one day are two; the same sheet again is nothing new.
 */
export function importKeys(entries: readonly WorkFields[]): Buffer[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const said = canonical({ ...entry, organisation: entry.organisation ?? null, until: entry.until ?? null })
    const nth = (seen.get(said) ?? 0) + 1
    seen.set(said, nth)
    return createHash('sha256').update(`${nth}\n${said}`).digest()
  })
}
