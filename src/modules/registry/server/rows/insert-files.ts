import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'
import { insertFacts } from '../../../../platform/actions/write-facts.ts'
import { uuidColumn } from '../../../../platform/database/column-arrays.ts'
import { suspectTwins } from '../duplicates/suspect-twins.ts'
import { tellFollowers } from '../file/file-followers.ts'
import { type FileColumns, KEY_GAP, KEY_LETTERS, STATE_TYPES } from './file-columns.ts'
import { STATE_COLUMNS } from './person-row.ts'

const KIND_OF_LETTER = Object.entries(KEY_LETTERS)
  .map(([kind, letter]) => `when '${letter}' then '${kind}'`)
  .join(' ')

/** Files to be opened: some or all of those whose columns they are. */
export interface Opening {
  readonly columns: FileColumns
  readonly files: readonly { readonly id: string; readonly unitCode: UnitCode }[]
}

/** The columns, and the ids of the files to be opened; null where it is all of them. */
interface Sent extends Pick<WritingContext, 'tx'> {
  readonly columns: FileColumns
  readonly only: Buffer | null
}

/**
 * Opens many files in few statements, with all that opening one leaves: person, parts, search keys, version 1, facts, and
 * what followers do. The citizens have been claimed. Without kin: who brings kin captures one by one.
 */
export async function insertFiles(context: WritingContext, { columns, files }: Opening, reason: string): Promise<void> {
  if (files.length === 0) return
  const only = files.length === columns.count ? null : uuidColumn(files.map(({ id }) => id))
  const sent: Sent = { tx: context.tx, columns, only }
  await insertPeople(context, sent)
  await Promise.all([
    insertService(sent),
    insertIdentities(sent),
    insertKeys(sent),
    insertVersions(context, sent, reason),
    insertFacts(context.tx, columns.facts, only),
  ])
  await suspectTwins(context, files)
  await tellFollowers(
    context,
    files.map(({ id, unitCode }) => ({ personId: id, unitCode, was: false, is: true })),
  )
}

async function insertPeople({ today, now, actor }: WritingContext, { tx, columns, only }: Sent): Promise<void> {
  const types = ['text', 'uuid', 'smallint', ...STATE_TYPES]
  const names = STATE_COLUMNS.join(', ')
  await tx.query(
    `insert into registry.people (bureau_code, unit_code, id, captured_on, captured_by, updated_at, completeness, ${names})
     select left(p.unit_code, 6), p.unit_code, p.id, $1, $2, $3, p.completeness, ${STATE_COLUMNS.map((name) => `p.${name}`).join(', ')}
       from unnest(${types.map((type, at) => `$${at + 5}::${type}[]`).join(', ')}) as p(unit_code, id, completeness, ${names})
      where $4::uuid[] is null or p.id = any($4)`,
    [today, actor.accountId, now, only, ...columns.people],
  )
}

async function insertService({ tx, columns, only }: Sent): Promise<void> {
  await tx.query(
    `insert into registry.service_records
       (bureau_code, id, person_id, unit_code, enlisted_on, discharged_on, rank_group, branch, placement_way, honours, combat, nuclear_test)
     select left(s.unit_code, 6), s.id, s.person_id, s.unit_code, s.enlisted_on, s.discharged_on, s.rank_group, s.branch, s.placement_way,
            s.honours::jsonb, s.combat, s.nuclear_test
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::text[], $8::text[], $9::text[], $10::text[],
                   $11::boolean[], $12::boolean[])
         as s(id, person_id, unit_code, enlisted_on, discharged_on, rank_group, branch, placement_way, honours, combat, nuclear_test)
      where $1::uuid[] is null or s.person_id = any($1)`,
    [only, ...columns.service],
  )
}

async function insertIdentities({ tx, columns, only }: Sent): Promise<void> {
  await tx.query(
    `insert into registry.entitled_identities
       (bureau_code, id, person_id, unit_code, class_code, grade, cause, basis, status, from_on, to_on)
     select left(i.unit_code, 6), i.id, i.person_id, i.unit_code, i.class_code, i.grade, i.cause, i.basis, i.status, i.from_on, i.to_on
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::text[], $8::text[], $9::text[], $10::date[], $11::date[])
         as i(id, person_id, unit_code, class_code, grade, cause, basis, status, from_on, to_on)
      where $1::uuid[] is null or i.person_id = any($1)`,
    [only, ...columns.identities],
  )
}

/**
 * In the order of the keys, so that one page of their indexes after the other is filled; by the key alone, which is sorted
 * several times as fast as all that an index compares, and leaves only a handful of pages open at once.
 */
async function insertKeys({ tx, columns, only }: Sent): Promise<void> {
  await tx.query(
    `insert into registry.search_keys (bureau_code, kind, key, unit_code, person_id)
     select left(f.unit_code, 6), case left(k.word, 1) ${KIND_OF_LETTER} end, substr(k.word, 2) collate "C", f.unit_code, f.person_id
       from unnest($2::text[], $3::uuid[], $4::text[]) as f(unit_code, person_id, words)
      cross join lateral unnest(string_to_array(f.words, '${KEY_GAP}')) as k(word)
      where $1::uuid[] is null or f.person_id = any($1)
      order by 3`,
    [only, ...columns.keys],
  )
}

async function insertVersions({ now, actor }: WritingContext, { tx, columns, only }: Sent, reason: string): Promise<void> {
  await tx.query(
    `insert into registry.person_versions (bureau_code, person_id, version, unit_code, changed_at, changed_by, reason, source, fields, snapshot)
     select left(v.unit_code, 6), v.person_id, 1, v.unit_code, $1, $2, $3, v.source, v.fields::text[], v.snapshot
       from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::bytea[]) as v(person_id, unit_code, source, fields, snapshot)
      where $4::uuid[] is null or v.person_id = any($4)`,
    [now, actor.accountId, reason, only, ...columns.versions],
  )
}
