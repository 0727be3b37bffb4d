import { afterAll, beforeAll, expect, test } from 'vitest'
import drawings from '../../../../data/divisions/drawings.json' with { type: 'json' }
import { openTestDatabase } from '../../../../test/database/clone.ts'
import { PlainDate } from '../../../kernel/plain-date.ts'
import { type CodeRange, NATION, RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { findDivision, findNameOn, getPath, listChildren, listNames, listSuccessors } from './division-queries.ts'
import { type FindDivisions, findDivisions } from './find-divisions.ts'
import { loadDivisions } from './load-divisions.ts'

const database = await openTestDatabase()
afterAll(database.close)

beforeAll(() => loadDivisions(database.ownerPool, { regions: ['50', '4419', '4290', '6202'] }))

const code = (text: string) => RegionCode.parse(text.padEnd(12, '0'))
const today = PlainDate.parse('2026-11-01')
const YUBEI = rangeOf(code('500112'))
const CHONGQING = rangeOf(code('50'))

/** As a worker without any place: divisions are public, so nothing depends on it. */
const read = <T>(run: (tx: Tx) => Promise<T>) => withScope(database.appPool, { lo: '9', hi: '9' }, 'read', run)
const find = (query: string, within: CodeRange = CHONGQING, more: Partial<FindDivisions> = {}) =>
  read((tx) => findDivisions(tx, { query, within, on: today, limit: 10, ...more }))
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)

test('the same list again changes nothing, and a part of what is loaded neither', async () => {
  const again = await loadDivisions(database.ownerPool, { regions: ['50'] })
  const part = await loadDivisions(database.ownerPool, { regions: ['500112', '4419'] })

  expect([again.changed, part.changed]).toEqual([false, false])
})

test('a region loaded by another digest is brought up to date without doubles', async () => {
  await database.ownerPool.query("update network.division_loads set fingerprint = 'older' where region = '6202'")
  await database.ownerPool.query("update network.divisions set name = '旧名', valid_from = '2020-01-01' where code = '620200000000'")

  const { changed } = await loadDivisions(database.ownerPool, { regions: ['6202'] })

  expect(changed).toBe(true)
  expect(await read((tx) => findDivision(tx, code('6202')))).toMatchObject({ name: '嘉峪关市', validFrom: undefined })
  expect(names(await find('嘉峪关', rangeOf(code('62')))).filter((name) => name === '嘉峪关市')).toHaveLength(1)
})

test.each(['5', 'abc', '99'])('%s is no region, and that is said in a plain sentence', async (region) => {
  await expect(loadDivisions(database.ownerPool, { regions: [region] })).rejects.toThrow(/不是行政区划|名单里没有/)
})

test('Chongqing has 38 districts and counties directly below it and no city', async () => {
  const rows = await read((tx) => listChildren(tx, code('50'), today))

  expect(rows).toHaveLength(38)
  expect(new Set(rows.map(({ tier }) => tier))).toEqual(new Set(['county']))
  expect(names(rows)).toContain('城口县')
})

test('below the nation stand the provinces that are loaded', async () => {
  expect(names(await read((tx) => listChildren(tx, NATION, today)))).toEqual(['湖北省', '广东省', '重庆市', '甘肃省'])
})

test.each([
  ['凤鸣路社区', '500112017005', ['重庆市', '渝北区', '双凤桥街道', '凤鸣路社区居民委员会']],
  ['仙桃', '429004', ['湖北省', '仙桃市']],
  ['a town of 东莞', '441900101', ['广东省', '东莞市', '石碣镇']],
  ['a town of 嘉峪关', '620201101', ['甘肃省', '嘉峪关市', '峪泉镇']],
  ['the nation', '0', ['全国']],
])('the path of %s leaves out what is no tier', async (_, prefix, path) => {
  expect(names(await read((tx) => getPath(tx, code(prefix))))).toEqual(path)
})

test.each(['500100', '620201', '500112999', '999999'])('%s is no division that has a path', async (prefix) => {
  expect(await read((tx) => getPath(tx, code(prefix)))).toEqual([])
})

test('names are told with the natural place above each; a pseudo node and an unknown code have none', async () => {
  const rows = await read((tx) => listNames(tx, [code('500112'), code('500100'), code('500112017'), code('509999')]))

  expect(rows).toEqual([
    { code: code('500112'), name: '渝北区', parentName: '重庆市' },
    { code: code('500112017'), name: '双凤桥街道', parentName: '渝北区' },
  ])
})

test('every division but the nation hangs below one that stands higher and is no pseudo node', async () => {
  const { rows } = await database.ownerPool.query(`
    select d.code from network.divisions d left join network.divisions p on p.code = d.parent_code and not p.is_pseudo
    where d.tier <> 'nation' and (p.code is null or p.tier = d.tier)`)

  expect(rows).toEqual([])
})

test.each([
  ['one character', '凤'],
  ['two characters', '凤鸣'],
  ['characters inside the name', '鸣路'],
  ['the whole official name', '凤鸣路社区居民委员会'],
  ['pinyin', 'fengminglu'],
  ['pinyin in pieces', 'feng ming lu'],
  ['initials', 'FML'],
  ['its code', '500112017005'],
  ['a district and a name', '渝北 凤鸣'],
  ['a district in pinyin and a name', 'yubei 凤鸣'],
])('凤鸣路社区 is found by %s', async (_, query) => {
  expect(names(await find(query, YUBEI, { limit: 50 }))).toContain('凤鸣路社区居民委员会')
})

test('a hit tells its path and whether it lies in one’s own range', async () => {
  const [hit] = await find('fengminglu', YUBEI)

  expect(hit).toMatchObject({ code: '500112017005', tier: 'village', path: ['重庆市', '渝北区', '双凤桥街道'], isInOwnRange: true })
})

test.each(['渝北', '渝北区', 'yubei', 'yb', 'ybq', '500112'])(
  '渝北区 comes first for %s: the very name and the higher tier',
  async (query) => {
    expect((await find(query))[0]?.name).toBe('渝北区')
  },
)

test('what lies in one’s own range comes first, what lies outside follows', async () => {
  const [first, second] = await find('仙桃', YUBEI)

  expect(first).toMatchObject({ name: '仙桃街道', isInOwnRange: true })
  expect(second).toMatchObject({ name: '仙桃市', isInOwnRange: false })
})

test('nothing outside one’s own range is shown where only that was asked for', async () => {
  const rows = await find('仙桃', YUBEI, { isOwnRangeOnly: true, limit: 50 })

  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ isInOwnRange }) => isInOwnRange)).toBe(true)
})

test('only the tiers asked for are found', async () => {
  const rows = await find('新', CHONGQING, { tiers: ['township'], limit: 50 })

  expect(new Set(rows.map(({ tier }) => tier))).toEqual(new Set(['township']))
})

test.each(['', '  ', 'qqqqqqqq', '🎖', "' or 1=1 --", '%', '𠮷', '9999', '市辖区', 'a'.repeat(10_000)])(
  '%j finds nothing and breaks nothing',
  async (query) => {
    expect(await find(query)).toEqual([])
  },
)

test('a county merged away is found no more, and its successor is known', async () => {
  const then = PlainDate.parse('2011-12-24')

  expect(await find('大足县')).toEqual([])
  expect(names(await find('大足县', CHONGQING, { on: then }))).toEqual(['大足县'])
  expect(names(await read((tx) => listSuccessors(tx, code('500225'), today)))).toEqual(['大足区'])
  expect(names(await read((tx) => listSuccessors(tx, code('500225'), then)))).toEqual(['大足县'])
})

test('a code that outlived a merge bore another name before', async () => {
  expect(await read((tx) => findNameOn(tx, code('500111'), PlainDate.parse('2011-12-24')))).toBe('双桥区')
  expect(await read((tx) => findNameOn(tx, code('500111'), today))).toBe('大足区')
})

test('a village merged into its neighbour stands on the old boundary only', async () => {
  const children = (on: string) => read((tx) => listChildren(tx, code('500112017'), PlainDate.parse(on)))

  expect(names(await children('2023-12-31'))).toContain('凤鸣村（示例）')
  expect(names(await children('2024-01-01'))).not.toContain('凤鸣村（示例）')
  expect(names(await read((tx) => listSuccessors(tx, code('500112017901'), today)))).toEqual(['凤鸣路社区居民委员会'])
})

test.each(Object.entries(drawings))('the drawing of %s has each of its children once', async (prefix, drawing) => {
  const rows = await read((tx) => listChildren(tx, code(prefix), today))

  const drawn = drawing.flatMap((row) => row.split(/\s+/)).filter((cell) => cell !== '.')

  expect(drawn.toSorted()).toEqual(rows.map(({ shortName }) => shortName).toSorted())
})

test('the indexes of the keys are the same after the nation has been loaded', async () => {
  const { createKeyIndexes, dropKeyIndexes } = await import('./key-indexes.ts')
  const indexes = async () =>
    (await client.query("select indexdef from pg_indexes where schemaname = 'network' and tablename = 'division_keys' order by 1")).rows
  const client = await database.ownerPool.connect()
  try {
    await client.query('begin')
    const before = await indexes()

    await dropKeyIndexes(client)
    await createKeyIndexes(client)

    expect(await indexes()).toEqual(before)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('the program may read the divisions and never write them', async () => {
  await expect(read((tx) => tx.query('select from network.divisions limit 1'))).resolves.toBeDefined()
  const write = withScope(database.appPool, { lo: '0', hi: ':' }, 'write', (tx) => tx.query("update network.divisions set name = 'x'"))
  await expect(write).rejects.toThrow(/permission denied/)
})
