import { stemOf } from '../oracle/places.ts'
import { SQL, type Tally } from '../tally.ts'
import type { ProbeDatabase } from '../world/open-database.ts'
import { COUNTIES, NATION, PROVINCES, STATIONS } from '../world/places.ts'
import { askAsApp, type Outcome } from './ask-as-app.ts'
import { insertAgain, sampleRow } from './sample-row.ts'
import { listTenantTables, type TenantTable } from './tenant-tables.ts'

/** undefined: nobody has said which range. */
const RANGES: readonly (string | undefined)[] = [undefined, ...STATIONS, ...COUNTIES, '500100000000', ...PROVINCES, NATION]

/** Tables that hold no rows of a place, only where to look: the application writes them and cannot read them. */
const DIRECTORIES = ['access.logins', 'access.sign_ons', 'registry.citizen_directory']

interface Probe {
  readonly table: TenantTable
  readonly range: string | undefined
  readonly database: ProbeDatabase
  readonly tally: Tally
}

/** How many of the questions are asked, and whether of one table alone. */
export interface Breadth {
  readonly isThin: boolean
  readonly table?: string | undefined
}

/** Every table × range × verb, as the application's own role asks the database, each in a transaction that is rolled back. */
export async function runSqlProbes(database: ProbeDatabase, tally: Tally, { isThin, table: alone }: Breadth): Promise<{ tables: number }> {
  const ranges = RANGES.filter((_, at) => !isThin || at % 5 === 0)
  const all = await listTenantTables(database.ownerPool)
  const tables = all.filter(({ name }) => !DIRECTORIES.includes(name) && (alone === undefined || name === alone))
  for (const table of tables) {
    if (!table.isWhole) tally.fail({ kind: 'leak', route: `${SQL} ${table.name}`, what: 'row security is not enabled and forced' })
    for (const range of ranges) {
      const probe = { table, range, database, tally }
      await probeSelect(probe)
      await probeInserts(probe)
      await probeChanges(probe)
    }
  }
  return { tables: tables.length }
}

const note = ({ table, tally }: Probe, verb: string): void => tally.probe(`${SQL} ${verb} ${table.name}`)

function fail({ table, range, tally }: Probe, verb: string, what: string): void {
  tally.fail({ kind: 'leak', route: `${SQL} ${verb} ${table.name}`, what: `in the range of ${range ?? 'nobody'}: ${what}` })
}

/** Rows whose code begins with the range's own digits; of bureaus, those that the range lies in or that lie in it. */
const inside = ({ table, range }: Probe): string =>
  range === undefined
    ? 'false'
    : table.placedBy === 'unit_code'
      ? `starts_with(unit_code, '${stemOf(range)}')`
      : `(starts_with(bureau_code, '${stemOf(range)}') or starts_with('${stemOf(range)}', bureau_code))`

async function probeSelect(probe: Probe): Promise<void> {
  const { table, range, database } = probe
  note(probe, 'select')
  if (!table.may.select) return
  const counting = `select count(*)::int as all, (count(*) filter (where ${inside(probe)}))::int as own from ${table.name}`
  const owner = await database.ownerPool.query<{ own: number; all: number }>(counting)
  const seen = await askAsApp(database.appPool, range, counting)
  const [all, own] = [Number(seen.row?.['all'] ?? 0), Number(seen.row?.['own'] ?? 0)]
  if (all !== own) fail(probe, 'select', `${all - own} rows of others are visible`)
  if (own !== (owner.rows[0]?.own ?? 0)) fail(probe, 'select', `${own} of ${owner.rows[0]?.own} own rows are visible`)
}

const isRefused = ({ code }: Outcome): boolean => code === '42501'

/** A row of another place put in again under fresh ids; and, as the control, a row of one's own. */
async function probeInserts(probe: Probe): Promise<void> {
  const { table, database, range } = probe
  for (const isOwn of [false, true]) {
    const sample = await sampleRow(database.ownerPool, table, `${isOwn ? '' : 'not '}(${inside(probe)})`)
    if (!sample) continue
    note(probe, 'insert')
    const outcome = await askAsApp(database.appPool, range, insertAgain(table), [JSON.stringify(sample)])
    if (!isOwn && !isRefused(outcome)) fail(probe, 'insert', `a row of another place could be written (${outcome.code ?? 'done'})`)
    if (isOwn && table.may.insert && isRefused(outcome)) {
      probe.tally.fail({
        kind: 'wrong denial',
        route: `${SQL} insert ${table.name}`,
        what: `an own row of ${range} was refused: ${outcome.message}`,
      })
    }
    if (!isOwn) probe.tally.denied(true)
  }
}

/** Rows of others changed or deleted, and own rows moved to others. */
async function probeChanges(probe: Probe): Promise<void> {
  const { table, range, database } = probe
  const column = table.may.update.find((one) => one !== 'unit_code' && one !== 'bureau_code') ?? table.columns[0]
  const touched = `not (${inside(probe)})`
  for (const [verb, sql] of [
    ['update', `update ${table.name} set "${column}" = "${column}" where ${touched}`],
    ['delete', `delete from ${table.name} where ${touched}`],
  ] as const) {
    note(probe, verb)
    const outcome = await askAsApp(database.appPool, range, sql)
    if (outcome.code === undefined && outcome.rows > 0) fail(probe, verb, `${outcome.rows} rows of others`)
  }
  if (!table.may.update.includes('unit_code') || range === undefined || range === NATION || table.placedBy !== 'unit_code') return
  note(probe, 'move')
  const bureau = table.may.update.includes('bureau_code') ? ", bureau_code = '110101'" : ''
  // Without a condition: what must be read to be changed is held by the policy for reading as well, and would hide this one.
  const moved = await askAsApp(database.appPool, range, `update ${table.name} set unit_code = '110101001001'${bureau}`)
  if (moved.code === undefined ? moved.rows > 0 : !isRefused(moved))
    fail(probe, 'move', `an own row could be given away (${moved.code ?? 'done'})`)
}
