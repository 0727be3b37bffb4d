import type { Pool } from 'pg'
import { withScope } from '../../../src/platform/database/scope.ts'

/** Kinds, dimensions and how often: visits and deliveries are most of what happens. */
export const SUBJECTS: readonly { kind: string; dimensions: Record<string, string>; weight: number; people: boolean }[] = [
  ...['routine', 'armyDay', 'springFestival', 'illness', 'hardship'].flatMap((reason) =>
    ['home', 'phone'].map((way) => ({ kind: 'visit.done', dimensions: { reason, way }, weight: 4, people: true })),
  ),
  ...['policy', 'skill', 'job', 'help', 'safeguard', 'honour'].map((delivery) => ({
    kind: 'delivery.made',
    dimensions: { delivery },
    weight: 3,
    people: true,
  })),
  { kind: 'visit.goodsFen', dimensions: {}, weight: 6, people: false },
  { kind: 'contact.due', dimensions: {}, weight: 10, people: true },
  { kind: 'person.registered', dimensions: { sex: 'male' }, weight: 8, people: true },
  { kind: 'person.captured', dimensions: { sex: 'male' }, weight: 4, people: true },
  ...['DIS', 'KIN-M', 'WAR'].map((held) => ({ kind: 'identity.held', dimensions: { class: held }, weight: 3, people: true })),
  { kind: 'file.complete', dimensions: {}, weight: 4, people: true },
  { kind: 'duplicate.suspected', dimensions: {}, weight: 1, people: true },
  { kind: 'staff.post', dimensions: { postType: 'fullTime' }, weight: 1, people: false },
  { kind: 'unit.open', dimensions: { kind: 'station', tier: 'village' }, weight: 1, people: false },
  { kind: 'place.exists', dimensions: { tier: 'village' }, weight: 1, people: false },
]

const subjects = SUBJECTS.flatMap((subject) => Array.from({ length: subject.weight }, () => subject))

/** Facts number `first` to `last` of 36 months over every village of 广东; the same numbers give the same facts. */
export const FACTS = `
  select left(u.code, 6) as bureau_code, ('0198a001-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid as id, s.kind, u.code as unit_code,
         date '2023-11-01' + (abs(hashint8extended(g, 2)) % 1096)::int as on_day,
         case when abs(hashint8extended(g, 3)) % 50 = 0 then -1 else 1 end as quantity,
         case when s.people then array[('0198a000-0000-7000-8000-' || lpad(to_hex(u.at * 38 + abs(hashint8extended(g, 4)) % 38), 12, '0'))::uuid]
              else '{}'::uuid[] end as person_ids, s.dimensions
    from generate_series($1::bigint, $2::bigint) as g
    join bench_units u on u.at = abs(hashint8extended(g, 1)) % (select count(*) from bench_units)
    join bench_subjects s on s.at = abs(hashint8extended(g, 5)) % ${subjects.length}`

/** The villages and subjects that facts are drawn from. */
export async function makeGround(ownerPool: Pool): Promise<void> {
  await ownerPool.query(`
    create table bench_units as
      select (row_number() over (order by code) - 1)::bigint as at, code from network.divisions where tier = 'village' and code like '44%';
    create table bench_subjects (at bigint, kind text, dimensions jsonb, people boolean);
    grant select on bench_units, bench_subjects to guidui_app; grant usage on schema public to guidui_app`)
  for (const [at, { kind, dimensions, people }] of subjects.entries()) {
    await ownerPool.query('insert into bench_subjects values ($1, $2, $3, $4)', [at, kind, JSON.stringify(dimensions), people])
  }
  await ownerPool.query('analyze bench_units; analyze bench_subjects')
}

/** The same, each recorded on its own day, as its id says: for whoever asks what was known on a day. */
const DATED_FACTS = `
  select bureau_code, (lpad(to_hex((extract(epoch from on_day) * 1000)::bigint), 12, '0') || '70008000' || right(id::text, 12))::uuid as id,
         kind, unit_code, on_day, quantity, person_ids, dimensions from (${FACTS}) d`

/** Writes facts in one statement, without their indexes, which are built afterwards. */
export async function makeFacts(
  ownerPool: Pool,
  { first, last, isDated = false }: { first: number; last: number; isDated?: boolean },
): Promise<void> {
  await ownerPool.query('drop index spine.facts_xid_idx; drop index spine.facts_kind_idx')
  await withScope(ownerPool, { lo: '0', hi: ':' }, 'write', (tx) =>
    tx.query(
      `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions) ${isDated ? DATED_FACTS : FACTS}`,
      [first, last],
    ),
  )
  await ownerPool.query('create index facts_xid_idx on spine.facts (xid)')
  await ownerPool.query('create index facts_kind_idx on spine.facts (kind, on_day, unit_code)')
  await ownerPool.query('analyze spine.facts')
}
