import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { type CodeRange, rangeOf, type UnitCode } from '../../kernel/region-code.ts'
import type { DayPlace } from './day-cursor.ts'
import { type DayPage, readByDay } from './day-page.ts'
import { withScope } from './scope.ts'

interface Flag {
  readonly id: string
  readonly unit_code: string
  readonly day: string
  readonly colour: string
}

const UNITS = [
  '440000000000',
  '440100000000',
  '440111000000',
  '440111113000',
  '440111113001',
  '440111113001-1',
  '440222001001',
  '440222001002',
]

/** On few days, so that many rows share one and are told apart by their ids alone. */
const flags: readonly Flag[] = Array.from({ length: 400 }, (_, at) => ({
  id: `0199${(at * 7919).toString(16).padStart(4, '0').slice(-4)}-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
  unit_code: UNITS[(at * 5) % UNITS.length] ?? '',
  day: `2026-0${1 + (at % 7)}-1${at % 3}`,
  colour: at % 9 === 0 ? 'red' : 'white',
}))

const database = await openTestDatabase()
afterAll(() => database.close())

beforeAll(async () => {
  await database.ownerPool.query(`
    create schema parade;
    create table parade.flags (bureau_code text collate "C", id uuid, unit_code text collate "C", day date, colour text, primary key (bureau_code, id));
    create index flags_newest_idx on parade.flags (bureau_code, day, id, unit_code);
    alter table parade.flags enable row level security;
    alter table parade.flags force row level security;
    create policy flags_select on parade.flags for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
    grant usage on schema parade to guidui_app;
    grant select on parade.flags to guidui_app`)
  await database.ownerPool.query(
    `insert into parade.flags select left(f.unit_code, 6), f.id, f.unit_code, f.day, f.colour
       from jsonb_to_recordset($1::jsonb) as f(id uuid, unit_code text, day date, colour text)`,
    [JSON.stringify(flags)],
  )
})

const FLAGS = { table: 'parade.flags', day: 'day', areFew: false, after: undefined } as const

interface Asking extends Partial<Pick<DayPage, 'areFew' | 'first'>> {
  readonly colour?: string
}

/** All pages of a range, one after the other. */
async function readAll(range: CodeRange, { areFew = false, first = 'newest', colour }: Asking = {}): Promise<string[]> {
  const seen: string[] = []
  let after: DayPlace | undefined
  do {
    const asked = colour === undefined ? [] : [['r.colour = ?', [colour]] as const]
    const page = { ...FLAGS, first, range, asked, areFew, after, limit: 17 }
    const rows = await withScope(database.appPool, range, 'read', (tx) => readByDay<Flag>(tx, page, 'select r.* from parade.flags r'))
    seen.push(...rows.map(({ id }) => id))
    const last = rows.at(-1)
    after = last && { day: last.day, id: last.id }
  } while (after)
  return seen
}

const byPlainLook = ({ lo, hi }: CodeRange, colour?: string): string[] =>
  flags
    .filter((flag) => flag.unit_code >= lo && flag.unit_code < hi && (colour === undefined || flag.colour === colour))
    .toSorted((one, other) => (`${one.day} ${one.id}` < `${other.day} ${other.id}` ? 1 : -1))
    .map(({ id }) => id)

test.each(['440000000000', '440100000000', '440111000000', '440111113000', '440111113001', '440222001002', '450000000000'])(
  'page by page, the range of %s has everybody once, the newest first',
  async (unitCode) => {
    const range = rangeOf(unitCode as UnitCode)

    expect(await readAll(range)).toEqual(byPlainLook(range))
    expect(await readAll(range, { areFew: true })).toEqual(byPlainLook(range))
    expect(await readAll(range, { colour: 'red' })).toEqual(byPlainLook(range, 'red'))
  },
)

test.each(['440000000000', '440111000000', '440111113001', '440222001002'])(
  'page by page, the range of %s has everybody once, the earliest first',
  async (unitCode) => {
    const range = rangeOf(unitCode as UnitCode)

    expect(await readAll(range, { first: 'earliest' })).toEqual(byPlainLook(range).toReversed())
    expect(await readAll(range, { first: 'earliest', areFew: true })).toEqual(byPlainLook(range).toReversed())
  },
)

test('the whole country, and a range inside the scope, have their own rows and no others', async () => {
  expect(await readAll({ lo: '0', hi: ':' })).toEqual(byPlainLook({ lo: '0', hi: ':' }))
  const page = { ...FLAGS, first: 'newest', range: { lo: '0', hi: ':' }, asked: [], limit: 500 } as const
  const county = rangeOf('440111000000' as UnitCode)
  const rows = await withScope(database.appPool, county, 'read', (tx) => readByDay<Flag>(tx, page, 'select r.* from parade.flags r'))

  expect(rows.map(({ id }) => id)).toEqual(byPlainLook(county))
})
