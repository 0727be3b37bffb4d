import type { PlainDate } from '../../../kernel/plain-date.ts'
import { tierOf } from '../../../kernel/region-code.ts'
import { WorkFields } from '../contract.ts'
import { type CheckedEntry, checkByKind, entryOf } from './check-entry.ts'
import { findHouseKind } from './shipped-kinds.ts'

/**
 * A record of a kind of the house as `work.record` would write it, with its facts; without a database, so that whoever
 * copies many rows in writes what the action writes. Whom it names is not looked up.
 *
 * @throws naming what is wrong, where the action would refuse it
 */
export function asRecorded(given: unknown, today: PlainDate): CheckedEntry {
  const fields = WorkFields.parse(given)
  const kind = findHouseKind(fields.kind)
  if (!kind) throw new Error(`${fields.kind} is no kind of the house`)
  if (!kind.tiers.includes(tierOf(fields.unitCode))) throw new Error(`${kind.code} is not recorded at ${fields.unitCode}`)
  const refusal = checkByKind(kind, fields, today)
  if (refusal) throw new Error(`${kind.code} at ${fields.unitCode} of ${fields.on}: ${JSON.stringify(refusal)}`)
  return entryOf(kind, fields)
}
