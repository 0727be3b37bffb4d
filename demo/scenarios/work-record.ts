import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { asRecorded } from '../../src/modules/worklog/index.ts'
import type { TableCopier } from '../copy-tables.ts'
import type { Dice } from '../dice.ts'
import { writeFact } from '../fact-rows.ts'

/** What a record says: as the input of `work.record`. Money in fen, numbers in digits. */
export interface WorkEntry {
  readonly kind: string
  readonly unitCode: string
  readonly on: string
  readonly until?: string
  readonly values?: Readonly<Record<string, string | number>>
  readonly organisation?: { readonly name: string; readonly uscc?: string }
  readonly personIds?: readonly string[]
}

const RECORDS = `worklog.records (bureau_code, id, unit_code, made_by_unit, kind, kind_version, on_day, until_day, field_values,
  organisation, uscc, facts, recorded_by, recorded_at)`
const PEOPLE = 'worklog.record_people (bureau_code, record_id, person_id, unit_code)'

export interface WorkWriting {
  readonly copier: TableCopier
  readonly dice: Dice
  readonly today: PlainDate
  readonly recordedBy: string
  readonly madeByUnit: string
}

/**
 * Copies a record with its facts in, as `work.record` writes them, so that it can be taken back through the platform.
 *
 * @returns the record's id
 * @throws where the platform would refuse it
 */
export function copyWork({ copier, dice, today, recordedBy, madeByUnit }: WorkWriting, entry: WorkEntry): string {
  const values = Object.fromEntries(Object.entries(entry.values ?? {}).map(([code, value]) => [code, String(value)]))
  const { kind, fields, facts } = asRecorded({ ...entry, values }, today)
  const id = dice.uuid(Date.parse(fields.on))
  const bureau = fields.unitCode.slice(0, 6)
  copier.row(RECORDS, [
    bureau,
    id,
    fields.unitCode,
    madeByUnit,
    kind.code,
    kind.version,
    fields.on,
    fields.until ?? null,
    JSON.stringify(fields.values),
    fields.organisation?.name ?? null,
    fields.organisation?.uscc ?? null,
    JSON.stringify(facts),
    recordedBy,
    `${fields.on}T02:00:00Z`,
  ])
  for (const personId of fields.personIds) copier.row(PEOPLE, [bureau, id, personId, fields.unitCode])
  for (const { kind: factKind, on, quantity, people, dimensions } of facts) {
    const personIds = people ? fields.personIds : []
    writeFact(copier, dice, {
      kind: factKind,
      on: on as PlainDate,
      unitCode: fields.unitCode,
      quantity: Number(quantity),
      personIds,
      dimensions,
    })
  }
  return id
}
