import type { WritingContext } from '../../../platform/actions/context.ts'
import { booleanColumn, byteaColumn, dateColumn, smallintColumn, textColumn, uuidColumn } from '../../../platform/database/column-arrays.ts'
import type { FileState } from '../domain/file-state.ts'
import { tellFollowers } from './file-followers.ts'
import { STATE_COLUMNS } from './person-row.ts'
import { emitComplete, emitStocks } from './registry-facts.ts'
import { isComplete } from './save-file.ts'
import type { SealedFile } from './seal-file.ts'
import { suspectTwins } from './suspect-twins.ts'

const STATE_TYPES = [
  ...['text', 'text', 'text', 'date', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea'],
  ...['text', 'text', 'text', 'text', 'text', 'text', 'text', 'date', 'uuid', 'text', 'text', 'text'],
] as const

const COLUMN_OF = { text: textColumn, date: dateColumn, bytea: byteaColumn, uuid: uuidColumn } as const

/**
 * Opens many files in few statements, with all that opening one leaves: person, parts, search keys, version 1, facts, and
 * what followers do. The citizens have been claimed. Without kin: who brings kin captures one by one.
 */
export async function insertFiles(context: WritingContext, files: readonly SealedFile[], reason: string): Promise<void> {
  if (files.length === 0) return
  for (const file of files) emitOpened(context, file)
  await insertPeople(context, files)
  await insertService(context, files)
  await insertIdentities(context, files)
  await insertKeys(context, files)
  await insertVersions(context, files, reason)
  await suspectTwins(context, files)
  await tellFollowers(
    context,
    files.map(({ id, unitCode }) => ({ personId: id, unitCode, was: false, is: true })),
  )
}

function emitOpened(context: WritingContext, { id, unitCode, state, completeness }: SealedFile): void {
  context.fact({ kind: 'person.captured', on: context.today, unitCode, personIds: [id], dimensions: { sex: state.person.sex } })
  emitStocks(context, id, { after: { unitCode, state } })
  emitComplete(context, { personId: id, unitCode, was: false, is: isComplete(state, completeness) })
}

async function insertPeople({ tx, today, now, actor }: WritingContext, files: readonly SealedFile[]): Promise<void> {
  const types = ['text', 'uuid', 'smallint', ...STATE_TYPES]
  const names = STATE_COLUMNS.join(', ')
  await tx.query(
    `insert into registry.people (bureau_code, unit_code, id, captured_on, captured_by, updated_at, completeness, ${names})
     select left(p.unit_code, 6), p.unit_code, p.id, $1, $2, $3, p.completeness, ${STATE_COLUMNS.map((name) => `p.${name}`).join(', ')}
       from unnest(${types.map((type, at) => `$${at + 4}::${type}[]`).join(', ')}) as p(unit_code, id, completeness, ${names})`,
    [
      ...[today, actor.accountId, now],
      textColumn(files.map(({ unitCode }) => unitCode)),
      uuidColumn(files.map(({ id }) => id)),
      smallintColumn(files.map(({ completeness }) => completeness)),
      ...STATE_TYPES.map((type, at) => COLUMN_OF[type](files.map(({ values }) => values[at] as never))),
    ],
  )
}

/** Parts of files, each with the file it belongs to. */
const partsOf = <T extends object>(files: readonly SealedFile[], parts: (state: FileState) => readonly T[]) =>
  files.flatMap(({ id, unitCode, state }) => parts(state).map((part) => ({ ...part, personId: id, unitCode })))

async function insertService({ tx }: WritingContext, files: readonly SealedFile[]): Promise<void> {
  const spells = partsOf(files, ({ service }) => service)
  if (spells.length === 0) return
  await tx.query(
    `insert into registry.service_records
       (bureau_code, id, person_id, unit_code, enlisted_on, discharged_on, rank_group, branch, placement_way, honours, combat, nuclear_test)
     select left(s.unit_code, 6), s.id, s.person_id, s.unit_code, s.enlisted_on, s.discharged_on, s.rank_group, s.branch, s.placement_way,
            s.honours::jsonb, s.combat, s.nuclear_test
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[], $6::text[], $7::text[], $8::text[], $9::text[],
                   $10::boolean[], $11::boolean[])
         as s(id, person_id, unit_code, enlisted_on, discharged_on, rank_group, branch, placement_way, honours, combat, nuclear_test)`,
    [
      uuidColumn(spells.map(({ id }) => id)),
      uuidColumn(spells.map(({ personId }) => personId)),
      textColumn(spells.map(({ unitCode }) => unitCode)),
      dateColumn(spells.map(({ enlistedOn }) => enlistedOn)),
      dateColumn(spells.map(({ dischargedOn }) => dischargedOn)),
      textColumn(spells.map(({ rankGroup }) => rankGroup)),
      textColumn(spells.map(({ branch }) => branch)),
      textColumn(spells.map(({ placementWay }) => placementWay)),
      textColumn(spells.map(({ honours }) => JSON.stringify(honours))),
      booleanColumn(spells.map(({ combat }) => combat)),
      booleanColumn(spells.map(({ nuclearTest }) => nuclearTest)),
    ],
  )
}

async function insertIdentities({ tx }: WritingContext, files: readonly SealedFile[]): Promise<void> {
  const held = partsOf(files, ({ identities }) => identities)
  if (held.length === 0) return
  await tx.query(
    `insert into registry.entitled_identities
       (bureau_code, id, person_id, unit_code, class_code, grade, cause, basis, status, from_on, to_on)
     select left(i.unit_code, 6), i.id, i.person_id, i.unit_code, i.class_code, i.grade, i.cause, i.basis, i.status, i.from_on, i.to_on
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[], $8::text[], $9::date[], $10::date[])
         as i(id, person_id, unit_code, class_code, grade, cause, basis, status, from_on, to_on)`,
    [
      uuidColumn(held.map(({ id }) => id)),
      uuidColumn(held.map(({ personId }) => personId)),
      textColumn(held.map(({ unitCode }) => unitCode)),
      textColumn(held.map(({ classCode }) => classCode)),
      smallintColumn(held.map(({ grade }) => grade)),
      textColumn(held.map(({ cause }) => cause)),
      textColumn(held.map(({ basis }) => basis)),
      textColumn(held.map(({ status }) => status)),
      dateColumn(held.map(({ fromOn }) => fromOn)),
      dateColumn(held.map(({ toOn }) => toOn)),
    ],
  )
}

/** In the order of the keys, so that one page of their index after the other is filled. Each names its file by its place. */
async function insertKeys({ tx }: WritingContext, files: readonly SealedFile[]): Promise<void> {
  const [kinds, keys, places]: [string[], string[], number[]] = [[], [], []]
  for (const [place, file] of files.entries()) {
    for (const { kind, key } of file.keys) {
      kinds.push(kind)
      keys.push(key)
      places.push(place + 1)
    }
  }
  await tx.query(
    `insert into registry.search_keys (bureau_code, kind, key, unit_code, person_id)
     select f.bureau_code, k.kind, k.key, f.unit_code, f.person_id
       from unnest($1::text[], $2::text[], $3::smallint[]) as k(kind, key, place)
       join (select o.place, left(o.unit_code, 6) as bureau_code, o.unit_code, o.person_id
               from unnest($4::text[], $5::uuid[]) with ordinality as o(unit_code, person_id, place)) f on f.place = k.place
      order by f.bureau_code, k.kind, k.key, f.unit_code`,
    [
      textColumn(kinds),
      textColumn(keys),
      smallintColumn(places),
      textColumn(files.map(({ unitCode }) => unitCode)),
      uuidColumn(files.map(({ id }) => id)),
    ],
  )
}

async function insertVersions({ tx, now, actor }: WritingContext, files: readonly SealedFile[], reason: string): Promise<void> {
  await tx.query(
    `insert into registry.person_versions (bureau_code, person_id, version, unit_code, changed_at, changed_by, reason, source, fields, snapshot)
     select left(v.unit_code, 6), v.person_id, 1, v.unit_code, $1, $2, $3, v.source, v.fields::text[], v.snapshot
       from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[]) as v(person_id, unit_code, source, fields, snapshot)`,
    [
      ...[now, actor.accountId, reason],
      uuidColumn(files.map(({ id }) => id)),
      textColumn(files.map(({ unitCode }) => unitCode)),
      textColumn(files.map(({ source }) => source)),
      textColumn(files.map(({ fields }) => fields)),
      byteaColumn(files.map(({ snapshot }) => snapshot)),
    ],
  )
}
