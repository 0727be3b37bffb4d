import type pg from 'pg'
import { stemOf } from '../oracle/places.ts'
import { SQL, type Tally } from '../tally.ts'
import type { ProbeDatabase } from '../world/open-database.ts'
import type { Bound } from '../world/persons.ts'
import { type Asking, askAs, type Outcome } from './ask-as-app.ts'
import type { Breadth } from './run-sql-probes.ts'
import { insertAgain, sampleRow } from './sample-row.ts'
import { listTenantTables, type TenantTable } from './tenant-tables.ts'

const ME = 'guidui_me'

/** Which rows of a table are a person's own, written a second time: what is in neither list nobody has thought about. */
const OWN: Readonly<Record<string, string>> = {
  'registry.people': 'id = :person',
  'registry.service_records': 'person_id = :person',
  'registry.entitled_identities': 'person_id = :person',
  'registry.kin': 'person_id = :person',
  'casework.matters': 'person_id = :person',
  'casework.matter_steps': 'person_id = :person',
  'casework.matter_documents': 'person_id = :person',
  'casework.matter_ratings': 'person_id = :person',
  'casework.notices': 'person_id = :person',
  'casework.duty_bookings': 'person_id = :person',
  'casework.household_holds': 'person_id = :person',
  'placement.candidates': 'person_id = :person',
  'placement.candidate_steps': 'person_id = :person',
  'placement.file_checks': 'person_id = :person',
  'placement.eligibility_decisions': 'person_id = :person',
  'placement.score_sheets': 'person_id = :person',
  'placement.objections': 'person_id = :person',
  'placement.round_people': 'person_id = :person',
  'spine.receipts': 'account_id = :account',
  'spine.files': 'owner_id = :account',
  'spine.facts': 'person_ids = array[:person]',
}

/** Nobody's secret: divisions, their changes and the codes of ministries. */
const OPEN = ['network.divisions', 'network.division_changes', 'network.codes']

const OWN_ROUND = [
  'placement.hold_own_round',
  'placement.own_desk',
  'placement.own_turns',
  'placement.say_own_list',
  'placement.say_own_turn',
]

/**
 * The functions that work with their owner's rights for a person: every action leaves its leaf in the journal; a station's
 * door and a lawyer's days are on the wall for everybody; of a household, known by a key that nobody can make up, it is
 * said who holds its plaque; of a round one sees the own entry and the own links, and appends the own list; of one by turns
 * also what tells whose turn it is, and appends the own turn.
 */
const DOORS = ['spine.append_leaf', 'network.find_door', 'casework.list_duties', 'casework.find_household_holder', ...OWN_ROUND]

interface Probe {
  readonly database: ProbeDatabase
  readonly tally: Tally
  readonly table: TenantTable
  readonly person: Bound
  /** As the person acts: in the place of the own file, for that file and as that account. */
  readonly asking: Asking
  /** What is the person's own, as a condition. */
  readonly own: string
}

/** What the database itself leaves to a person on /me, whatever the program asks. */
export async function runPersonSqlProbes(
  database: ProbeDatabase,
  { persons, isThin, table: alone }: Breadth & { persons: readonly Bound[] },
  tally: Tally,
): Promise<void> {
  const tables = await listTenantTables(database.ownerPool, ME)
  for (const table of tables.filter(({ name }) => name in OWN && (alone === undefined || name === alone))) {
    for (const person of isThin ? persons.filter((_, at) => at % 7 === 0) : persons) {
      const asking = { place: person.at, personId: person.personId, accountId: await accountOf(database.ownerPool, person) }
      const own = (OWN[table.name] ?? 'false')
        .replace(':person', `'${asking.personId}'::uuid`)
        .replace(':account', `'${asking.accountId}'::uuid`)
      const probe = { database, tally, table, person, asking, own }
      await probeReading(probe)
      await probeScopes(probe, persons)
      await probeWriting(probe)
      await probeChanging(probe, persons)
    }
  }
  await probeOtherTables({ database, tally }, persons[0])
  await probeFunctions({ database, tally })
}

async function accountOf(owner: pg.Pool, { personId, kinds }: Bound): Promise<string> {
  const { rows } = await owner.query<{ account_id: string }>(
    'select account_id from access.bindings where person_id = $1 and acts_as = $2 and ended_at is null',
    [personId, kinds ? 'agent' : 'self'],
  )
  if (!rows[0]) throw new Error(`no account is bound to ${personId} any more`)
  return rows[0].account_id
}

const isRefused = ({ code }: Outcome): boolean => code === '42501'

const note = ({ table, tally }: Pick<Probe, 'table' | 'tally'>, verb: string): void => tally.probe(`${SQL} ${verb} ${table.name} on /me`)

function fail({ table, person, tally }: Probe, verb: string, what: string): void {
  tally.fail({ kind: 'leak', route: `${SQL} ${verb} ${table.name} on /me`, what: `${person.label}: ${what}` })
}

const ask = ({ database }: Pick<Probe, 'database'>, asking: Asking, sql: string): Promise<Outcome> => askAs(database.mePool, asking, sql)

/** All of the own rows of the place, and no other. */
async function probeReading(probe: Probe): Promise<void> {
  const { table, database, asking, own, person } = probe
  note(probe, 'select')
  const inPlace = `${own} and starts_with(unit_code, '${stemOf(person.at)}')`
  const counting = `select count(*)::int as all, (count(*) filter (where ${inPlace}))::int as own from ${table.name}`
  const seen = await ask(probe, asking, counting)
  if (!table.may.select) {
    if (!isRefused(seen)) fail(probe, 'select', 'may read what is only written')
    return
  }
  const owner = await database.ownerPool.query<{ own: number }>(counting)
  const [all, mine, there] = [Number(seen.row?.['all'] ?? 0), Number(seen.row?.['own'] ?? 0), owner.rows[0]?.own ?? 0]
  if (all !== mine) fail(probe, 'select', `${all - mine} rows of others are visible`)
  if (mine !== there) fail(probe, 'select', `${mine} of ${there} own rows are visible`)
}

/** Nothing at all without a scope, without a person, in another place, or for a person of another place. */
async function probeScopes(probe: Probe, persons: readonly Bound[]): Promise<void> {
  const { table, asking, person } = probe
  if (!table.may.select) return
  const elsewhere = persons.find(({ at }) => !at.startsWith(stemOf(person.at)) && !person.at.startsWith(stemOf(at)))
  const askings: readonly (readonly [string, Asking])[] = [
    ['without a scope', {}],
    ['for a person without a place', { personId: asking.personId, accountId: asking.accountId }],
    ['in a place for nobody', { place: asking.place }],
    ['in another place', { ...asking, place: elsewhere?.at }],
    ['for a person of another place', { place: asking.place, personId: elsewhere?.personId }],
  ]
  for (const [what, other] of askings) {
    note(probe, 'select')
    const { rows, code } = await ask(probe, other, `select from ${table.name}`)
    if (rows > 0 || code !== undefined) fail(probe, 'select', `${what}: ${code ?? `${rows} rows`}`)
  }
}

/** A neighbour's row and one of another place put in again; and, as the control, one's own. */
async function probeWriting(probe: Probe): Promise<void> {
  const { table, database, asking, own, person, tally } = probe
  const near = `starts_with(unit_code, '${stemOf(person.at)}')`
  for (const [isOwn, where] of [
    [false, `not (${own}) and ${near}`],
    [false, `not (${own}) and not ${near}`],
    [true, `${own} and ${near}`],
  ] as const) {
    // What makes a row one's own stays as it is.
    const uuids = table.uuids.filter((column) => !own.includes(column))
    const sample = await sampleRow(database.ownerPool, { ...table, uuids }, where)
    if (!sample) continue
    note(probe, 'insert')
    const outcome = await askAs(database.mePool, asking, insertAgain(table), [JSON.stringify(sample)])
    if (!isOwn) tally.denied(true)
    if (!isOwn && !isRefused(outcome)) fail(probe, 'insert', `a row of somebody else could be written (${outcome.code ?? 'done'})`)
    if (isOwn && table.may.insert !== !isRefused(outcome))
      tally.fail({
        kind: table.may.insert ? 'wrong denial' : 'leak',
        route: `${SQL} insert ${table.name} on /me`,
        what: `an own row of ${person.label}: ${outcome.message ?? 'done'}`,
      })
  }
}

/** Rows of others changed or deleted, and own rows given away. */
async function probeChanging(probe: Probe, persons: readonly Bound[]): Promise<void> {
  const { table, asking, own, person } = probe
  const column = table.may.update[0] ?? table.columns[0]
  for (const [verb, sql] of [
    ['update', `update ${table.name} set "${column}" = "${column}" where not (${own})`],
    ['delete', `delete from ${table.name} where not (${own})`],
  ] as const) {
    note(probe, verb)
    const outcome = await ask(probe, asking, sql)
    if (outcome.code === undefined && outcome.rows > 0) fail(probe, verb, `${outcome.rows} rows of others`)
  }
  const other = persons.find(({ personId }) => personId !== person.personId)
  for (const gift of [`person_id = '${other?.personId}'`, "unit_code = '110101001001', bureau_code = '110101'"]) {
    if (!table.may.update.includes(gift.split(' ')[0] ?? '')) continue
    note(probe, 'move')
    const moved = await ask(probe, asking, `update ${table.name} set ${gift}`)
    if (!isRefused(moved)) fail(probe, 'move', `own rows could be given away by ${gift} (${moved.code ?? `${moved.rows} rows`})`)
  }
}

interface Relation {
  readonly name: string
  readonly column: string
}

/** Every other table and view of the database: nothing at all; what is open to all may be read, and not written. */
async function probeOtherTables({ database, tally }: Pick<Probe, 'database' | 'tally'>, person: Bound | undefined): Promise<void> {
  const asking = { place: person?.at, personId: person?.personId }
  const { rows } = await database.ownerPool.query<Relation>(`
    select c.oid::regclass::text as name, (select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped limit 1) as column
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and not starts_with(n.nspname, 'pg_') order by 1`)
  for (const { name, column } of rows.filter((one) => !(one.name in OWN))) {
    for (const [verb, sql] of [
      ['select', `select from ${name} limit 1`],
      ['insert', `insert into ${name} default values`],
      ['update', `update ${name} set ${column} = ${column} where false`],
      ['delete', `delete from ${name} where false`],
    ] as const) {
      const outcome = await ask({ database }, asking, sql)
      const mayRead = verb === 'select' && OPEN.includes(name)
      const route = `${SQL} ${verb} ${name} on /me`
      tally.probe(route)
      if (mayRead === isRefused(outcome))
        tally.fail({ kind: mayRead ? 'wrong denial' : 'leak', route, what: `a person: ${outcome.message ?? `${outcome.rows} rows`}` })
    }
  }
}

/** Functions with their owner's rights reach past every policy. */
async function probeFunctions({ database, tally }: Pick<Probe, 'database' | 'tally'>): Promise<void> {
  const { rows } = await database.ownerPool.query<{ name: string }>(`
    select distinct n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and has_schema_privilege('${ME}', n.oid, 'usage') and has_function_privilege('${ME}', p.oid, 'execute')`)
  tally.probe(`${SQL} functions on /me`)
  for (const { name } of rows.filter((one) => !DOORS.includes(one.name)))
    tally.fail({ kind: 'leak', route: `${SQL} functions on /me`, what: `a person may call ${name}` })
}
