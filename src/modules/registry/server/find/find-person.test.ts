import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import { makeCitizenId } from '../../../../kernel/citizen-id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'

let database: TestDatabase
let ground: ReturnType<typeof world.ground>
const ids = new Map<string, string>()
const number = makeCitizenId({ region6: '998877', bornOn: '1962-08-01' as PlainDate, sequence: 11 })

beforeAll(async () => {
  database = await openTestDatabase()
  await world.divisions(database)
  ground = world.ground(database)
  const people: Parameters<typeof world.person>[1][] = [
    { name: '周建国', phone: '10012344821', citizenId: number },
    { name: '单雄信', phone: '023-67812345', identities: [{ classCode: 'WAR' }], living: 'alone' },
    { name: '𠮷志强', unitCode: world.NEIGHBOUR, bornOn: '1940-01-01' },
    { name: '买买提·吐尔逊', unitCode: world.NEIGHBOUR },
    { name: '周建国庆', unitCode: world.ELSEWHERE, phone: '10099994821' },
  ]
  for (const given of people) ids.set(given?.name ?? '', (await world.person(ground, given)).id)
})

afterAll(() => database.close())

interface Found {
  id: string
  match: string
  nameMasked: string
}

const county = world.actor({ role: 'countyOfficer', unitCode: world.YUBEI })
const city = world.actor({ role: 'cityOfficer', unitCode: world.CHONGQING })
const nameOf = (id: string): string => [...ids].find(([, known]) => known === id)?.[0] ?? id
const asking = async (who: ReturnType<typeof world.actor>, input: object) =>
  world.value<{ rows: Found[]; next?: string; total?: number }>(await world.see(ground, who, { name: 'person.find', input }))
const finding = async (query: string, who = county): Promise<string[]> =>
  (await asking(who, { query })).rows.map((row) => `${nameOf(row.id)} ${row.match}`)

describe('one box finds', () => {
  test.each([
    ['周', '周建国 name'],
    ['建国', '周建国 name'],
    ['周建国', '周建国 name'],
    ['𠮷', '𠮷志强 name'],
    ['吐尔逊', '买买提·吐尔逊 name'],
    ['买买提·吐尔逊', '买买提·吐尔逊 name'],
    ['zhoujg', '周建国 pinyin'],
    ['jianguo', '周建国 pinyin'],
    ['shanxx', '单雄信 pinyin'],
    ['zjg', '周建国 initials'],
    ['4821', '周建国 phone'],
    ['44821', '周建国 phone'],
    ['10012344821', '周建国 phone'],
    ['+86 100 1234 4821', '周建国 phone'],
    ['0086 100–1234–4821', '周建国 phone'],
    ['(023) 67812345', '单雄信 phone'],
    ['12345', '单雄信 phone'],
    [number.slice(-4), '周建国 citizenId'],
    [number.slice(-7), '周建国 citizenId'],
    [number, '周建国 citizenId'],
    [number.slice(0, 17) + number.slice(17).toLowerCase(), '周建国 citizenId'],
  ])('%s: %s', async (query, found) => {
    expect(await finding(query)).toEqual([found])
  })

  test('in the whole of a larger range, a whole name first', async () => {
    expect(await finding('周建国', city)).toEqual(['周建国 name', '周建国庆 name'])
    expect(await finding('zhou', city)).toEqual(['周建国 pinyin', '周建国庆 pinyin'])
    expect(await finding('4821', city)).toEqual(['周建国 phone', '周建国庆 phone'])
  })

  test.each(['周国', '国庆', '54821', '0000', '21', '%', '周建国庆', '😀'])('nobody by %s', async (query) => {
    expect(await finding(query)).toEqual([])
  })

  test('a page and the next one, without a gap and without a name in the cursor', async () => {
    const first = await asking(city, { query: '建国', limit: 1 })
    const second = await asking(city, { query: '建国', limit: 1, cursor: first.next })

    expect([...first.rows, ...second.rows].map((row) => nameOf(row.id))).toEqual(['周建国', '周建国庆'])
    expect(second.next).toBeUndefined()
    expect(Buffer.from(first.next ?? '', 'base64url').toString('utf8')).not.toContain('500112')
  })

  test('who bears a character twice is told once, page by page', async () => {
    const at = { unitCode: world.ELSEWHERE }
    const [longer, short] = [await world.person(ground, { ...at, name: '王丽丽' }), await world.person(ground, { ...at, name: '丽丽' })]
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await asking(city, { query: '丽', limit: 1, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor)

    expect(seen).toEqual([short.id, longer.id])
  })

  test('a longer tail among many that end alike, page by page', async () => {
    const at = { unitCode: world.ELSEWHERE }
    for (let n = 0; n < 7; n += 1) await world.person(ground, { ...at, phone: `1005555${n % 2}777` })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await asking(city, { query: '50777', limit: 2, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor)

    expect(new Set(seen).size).toBe(4)
    expect(seen).toHaveLength(4)
  })

  test('masked rows, and nothing but what the contract names', async () => {
    const { rows } = await asking(county, { query: '周建国' })

    expect(rows).toEqual([
      {
        id: ids.get('周建国'),
        unitCode: world.FENGMING,
        status: 'active',
        nameMasked: '周*国',
        sex: 'male',
        age: 63,
        citizenIdMasked: `998877********${number.slice(-4)}`,
        phoneMasked: '100****4821',
        addressMasked: null,
        classes: [],
        completeness: 21,
        lastContactOn: null,
        match: 'name',
      },
    ])
  })

  test('nobody for a stranger, nor in a place outside one’s range', async () => {
    const stranger = world.actor({ unitCode: '500113001002' as never })

    for (const query of ['周', 'zjg', '4821', number]) expect(await finding(query, stranger)).toEqual([])
    expect(await world.see(ground, stranger, { name: 'person.find', input: { query: '周', place: world.FENGMING } })).toEqual({
      kind: 'problem',
      problem: { code: 'not-found' },
    })
  })
})

describe('the roster of a place', () => {
  const listing = async (input: object, who = county) => {
    const page = world.value<{ rows: Found[]; total?: number; next?: string }>(
      await world.see(ground, who, { name: 'person.list', input: { place: who.unitCode, ...input } }),
    )
    return { names: page.rows.map((row) => nameOf(row.id)), total: page.total, next: page.next }
  }

  test.each([
    [{}, ['周建国', '单雄信', '𠮷志强', '买买提·吐尔逊']],
    [{ classCode: 'WAR' }, ['单雄信']],
    [{ minAge: 80 }, ['𠮷志强']],
    [{ minAge: 63, maxAge: 63 }, ['周建国', '单雄信', '买买提·吐尔逊']],
    [{ minAge: 64, maxAge: 79 }, []],
    [{ living: 'alone' }, ['单雄信']],
    [{ place: world.FENGMING }, ['周建国', '单雄信']],
    [{ status: ['archived'] }, []],
    [{ noContactSince: '2026-06-01' }, ['周建国', '单雄信', '𠮷志强', '买买提·吐尔逊']],
    [{ completenessBelow: 0 }, []],
  ])('%j', async (filter, names) => {
    const found = await listing(filter)

    expect(found.names.toSorted()).toEqual(names.toSorted())
    expect(found.total).toBe(names.length)
  })

  test.each(['unit', 'name', 'age', 'lastContact', 'completeness', 'captured'])(
    'sorted by %s, page by page, has everybody once',
    async (sort) => {
      for (const descending of [false, true]) {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await listing({ sort, descending, limit: 1, ...(cursor ? { cursor } : {}) })
          seen.push(...page.names)
          cursor = page.next
        } while (cursor)

        expect(seen.toSorted()).toEqual(['周建国', '单雄信', '𠮷志强', '买买提·吐尔逊'].toSorted())
        if (sort === 'age') expect(seen.at(descending ? 0 : -1)).toBe('𠮷志强')
      }
    },
  )

  test('of another district is not found; an administrator may not look', async () => {
    const list = (who: ReturnType<typeof world.actor>) => world.see(ground, who, { name: 'person.list', input: { place: world.YUBEI } })

    expect(await list(world.actor({ role: 'countyOfficer', unitCode: world.BANAN }))).toEqual({
      kind: 'problem',
      problem: { code: 'not-found' },
    })
    expect(await list(world.actor({ role: 'systemAdministrator', unitCode: world.YUBEI }))).toEqual({
      kind: 'problem',
      problem: { code: 'not-permitted' },
    })
  })
})
