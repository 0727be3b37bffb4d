import { bureauOf } from '../../../kernel/region-code.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { WorkKind } from '../contract.ts'
import type { CheckedEntry } from './check-entry.ts'

const NOTES = 'worklog.records.notes'

/** An action, or a job that does an action's work and knows at which unit whoever asked for it sits. */
type Recording = Pick<ActionContext, 'tx' | 'secrets' | 'now'> & { readonly actor: Pick<ActionContext['actor'], 'accountId' | 'unitCode'> }

/** One record to be written, and where needed what it corrects and why. */
export interface NewRecord {
  readonly id: string
  readonly entry: CheckedEntry
  readonly correctsId?: string
  readonly counterReason?: string
  readonly importKey?: Buffer
}

const INSERT = prepared(
  `insert into worklog.records (bureau_code, id, unit_code, made_by_unit, kind, kind_version, on_day, until_day, field_values, notes,
                                organisation, uscc, facts, corrects_id, is_counter, counter_reason, import_key, recorded_by, recorded_at)
   select r.bureau_code, r.id, r.unit_code, r.made_by_unit, r.kind, r.kind_version, r.on_day, r.until_day, r.field_values, decode(r.notes, 'base64'),
          r.organisation, r.uscc, r.facts, r.corrects_id, r.counter_reason is not null, r.counter_reason, decode(r.import_key, 'base64'),
          r.recorded_by, r.recorded_at
     from jsonb_to_recordset($1::jsonb) as r(bureau_code text, id uuid, unit_code text, made_by_unit text, kind text, kind_version int,
          on_day date, until_day date, field_values jsonb, notes text, organisation text, uscc text, facts jsonb, corrects_id uuid,
          counter_reason text, import_key text, recorded_by uuid, recorded_at timestamptz)`,
)

const INSERT_PEOPLE = prepared(
  `insert into worklog.record_people (bureau_code, record_id, person_id, unit_code)
   select left(p.unit_code, 6), p.record_id, p.person_id, p.unit_code from jsonb_to_recordset($1::jsonb) as p(record_id uuid, person_id uuid, unit_code text)`,
)

const isNote = (kind: WorkKind, code: string): boolean => kind.fields.some((field) => field.code === code && field.type === 'note')

function rowOf({ secrets, actor, now }: Omit<Recording, 'tx'>, record: NewRecord): object {
  const { kind, fields, facts } = record.entry
  const answers = Object.entries(fields.values)
  const notes = answers.filter(([code]) => isNote(kind, code))
  return {
    bureau_code: bureauOf(fields.unitCode),
    id: record.id,
    unit_code: fields.unitCode,
    made_by_unit: actor.unitCode,
    kind: kind.code,
    kind_version: kind.version,
    on_day: fields.on,
    until_day: fields.until ?? null,
    field_values: Object.fromEntries(answers.filter(([code]) => !isNote(kind, code))),
    notes: notes.length === 0 ? null : secrets.encrypt(NOTES, record.id, JSON.stringify(Object.fromEntries(notes))).toString('base64'),
    organisation: fields.organisation?.name ?? null,
    uscc: fields.organisation?.uscc ?? null,
    facts,
    corrects_id: record.correctsId ?? null,
    counter_reason: record.counterReason ?? null,
    import_key: record.importKey?.toString('base64') ?? null,
    recorded_by: actor.accountId,
    recorded_at: now,
  }
}

/** Appends records and whom they name. Rows are never changed afterwards. */
export async function insertRecords(context: Recording, records: readonly NewRecord[]): Promise<void> {
  const { tx } = context
  await tx.query(INSERT, [JSON.stringify(records.map((record) => rowOf(context, record)))])
  const people = records.flatMap(({ id, entry: { fields } }) =>
    fields.personIds.map((personId) => ({ record_id: id, person_id: personId, unit_code: fields.unitCode })),
  )
  if (people.length > 0) await tx.query(INSERT_PEOPLE, [JSON.stringify(people)])
}

/** Opens the notes for those who may read them. */
export const openNotes = (secrets: ActionContext['secrets'], id: string, notes: Buffer | null): Record<string, string> =>
  notes === null ? {} : (JSON.parse(secrets.decrypt(NOTES, id, notes)) as Record<string, string>)
