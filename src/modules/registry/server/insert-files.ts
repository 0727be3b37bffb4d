import { setImmediate as breathe } from 'node:timers/promises'
import type { UnitCode } from '../../../kernel/region-code.ts'
import type { WritingContext } from '../../../platform/actions/context.ts'
import { filledFields } from '../domain/changed-fields.ts'
import { measureCompleteness } from '../domain/completeness.ts'
import type { FileState } from '../domain/file-state.ts'
import { findClass } from './entitlement-classes.ts'
import { tellFollowers } from './file-followers.ts'
import { STATE_COLUMNS, stateValues } from './person-row.ts'
import { emitComplete, emitStocks } from './registry-facts.ts'
import { isComplete } from './save-file.ts'
import { searchKeysOf } from './search-keys.ts'
import { suspectTwins } from './suspect-twins.ts'

/** A file to be opened with many others. */
export interface FreshFile {
  readonly id: string
  readonly unitCode: UnitCode
  readonly state: FileState
  /** Where it comes from: kept with its first version. */
  readonly source: string
}

const STATE_TYPES = [
  ...['text', 'text', 'text', 'date', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea'],
  ...['text', 'text', 'text', 'text', 'text', 'text', 'text', 'date', 'uuid'],
]

/** Sealing is work for the processor: every so many files the server gets to answer others. */
const BREATH = 50

/**
 * Opens many files in few statements, with all that opening one leaves: person, parts, search keys, version 1, facts, and
 * what followers do. The citizens have been claimed. Without kin: who brings kin captures one by one.
 */
export async function insertFiles(context: WritingContext, files: readonly FreshFile[], reason: string): Promise<void> {
  if (files.length === 0) return
  const people: unknown[][] = []
  const keys: [kind: string, key: string, unit: string, person: string][] = []
  const versions: unknown[][] = []
  for (const [at, file] of files.entries()) {
    if (at % BREATH === BREATH - 1) await breathe()
    const { id, unitCode, state, source } = file
    const completeness = measureCompleteness(state, findClass).percent
    people.push([unitCode, id, completeness, ...stateValues(id, state.person, context.secrets)])
    for (const { kind, key } of searchKeysOf(state.person, context.secrets)) keys.push([kind, key, unitCode, id])
    const snapshot = context.secrets.encrypt('registry.person_versions.snapshot', `${id}/1`, JSON.stringify(state))
    versions.push([id, unitCode, source, filledFields(state).join(','), snapshot])
    emitOpened(context, file, completeness)
  }
  await insertPeople(context, people)
  await insertParts(context, files)
  await insertKeys(context, keys)
  await insertVersions(context, versions, reason)
  await suspectTwins(context, files)
  await tellFollowers(
    context,
    files.map(({ id, unitCode }) => ({ personId: id, unitCode, was: false, is: true })),
  )
}

function emitOpened(context: WritingContext, { id, unitCode, state }: FreshFile, completeness: number): void {
  context.fact({ kind: 'person.captured', on: context.today, unitCode, personIds: [id], dimensions: { sex: state.person.sex } })
  emitStocks(context, id, { after: { unitCode, state } })
  emitComplete(context, { personId: id, unitCode, was: false, is: isComplete(state, completeness) })
}

const column = (rows: readonly (readonly unknown[])[], at: number): unknown[] => rows.map((row) => row[at])

async function insertPeople({ tx, today, now, actor }: WritingContext, people: readonly unknown[][]): Promise<void> {
  const types = ['text', 'uuid', 'smallint', ...STATE_TYPES]
  const names = STATE_COLUMNS.join(', ')
  await tx.query(
    `insert into registry.people (bureau_code, unit_code, id, captured_on, captured_by, updated_at, completeness, ${names})
     select left(p.unit_code, 6), p.unit_code, p.id, $1, $2, $3, p.completeness, ${STATE_COLUMNS.map((name) => `p.${name}`).join(', ')}
       from unnest(${types.map((type, at) => `$${at + 4}::${type}[]`).join(', ')}) as p(unit_code, id, completeness, ${names})`,
    [today, actor.accountId, now, ...types.map((_, at) => column(people, at))],
  )
}

async function insertParts({ tx }: WritingContext, files: readonly FreshFile[]): Promise<void> {
  const owned = <T extends object>(parts: (state: FileState) => readonly T[]) =>
    files.flatMap(({ id, unitCode, state }) => parts(state).map((part) => ({ ...part, personId: id, unitCode })))
  const service = owned((state) => state.service)
  const identities = owned((state) => state.identities)
  if (service.length > 0) {
    await tx.query(
      `insert into registry.service_records
         (bureau_code, id, person_id, unit_code, enlisted_on, discharged_on, rank_group, branch, placement_way, honours, combat, nuclear_test)
       select left(s."unitCode", 6), s.id, s."personId", s."unitCode", s."enlistedOn", s."dischargedOn", s."rankGroup", s.branch,
              s."placementWay", s.honours, s.combat, s."nuclearTest"
         from jsonb_to_recordset($1::jsonb) as s(id uuid, "personId" uuid, "unitCode" text, "enlistedOn" date, "dischargedOn" date,
              "rankGroup" text, branch text, "placementWay" text, honours jsonb, combat boolean, "nuclearTest" boolean)`,
      [JSON.stringify(service)],
    )
  }
  if (identities.length > 0) {
    await tx.query(
      `insert into registry.entitled_identities
         (bureau_code, id, person_id, unit_code, class_code, grade, cause, basis, status, from_on, to_on)
       select left(i."unitCode", 6), i.id, i."personId", i."unitCode", i."classCode", i.grade, i.cause, i.basis, i.status, i."fromOn", i."toOn"
         from jsonb_to_recordset($1::jsonb) as i(id uuid, "personId" uuid, "unitCode" text, "classCode" text, grade smallint, cause text,
              basis text, status text, "fromOn" date, "toOn" date)`,
      [JSON.stringify(identities)],
    )
  }
}

async function insertKeys({ tx }: WritingContext, keys: readonly (readonly string[])[]): Promise<void> {
  await tx.query(
    `insert into registry.search_keys (bureau_code, kind, key, unit_code, person_id)
     select left(k.unit_code, 6), k.kind, k.key, k.unit_code, k.person_id
       from unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) as k(kind, key, unit_code, person_id)
     on conflict do nothing`,
    [column(keys, 0), column(keys, 1), column(keys, 2), column(keys, 3)],
  )
}

async function insertVersions({ tx, now, actor }: WritingContext, versions: readonly unknown[][], reason: string): Promise<void> {
  await tx.query(
    `insert into registry.person_versions (bureau_code, person_id, version, unit_code, changed_at, changed_by, reason, source, fields, snapshot)
     select left(v.unit_code, 6), v.person_id, 1, v.unit_code, $1, $2, $3, v.source, string_to_array(v.fields, ','), v.snapshot
       from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[]) as v(person_id, unit_code, source, fields, snapshot)`,
    [now, actor.accountId, reason, column(versions, 0), column(versions, 1), column(versions, 2), column(versions, 3), column(versions, 4)],
  )
}
