import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { lineIdOf } from './owed.ts'

const database = await openTestDatabase()
afterAll(database.close)

async function lineIds(run: string, people: readonly string[]): Promise<string[]> {
  const { rows } = await database.ownerPool.query<{ id: string }>(
    `select ${lineIdOf('person', '$1::uuid')} as id from unnest($2::uuid[]) with ordinality p(person, no) order by no`,
    [run, people],
  )
  return rows.map(({ id }) => id)
}

const hex = (value: bigint): string => value.toString(16).padStart(12, '0')
const idOf = (low: bigint): string => `01a22700-8a85-7e2d-90dd-${hex(low)}`
const RUNS = ['01a227db-8a85-7e2d-90dd-c1bc81be24df', '01a227db-8a85-7e2d-90dd-c1bc81be24e0']
const LAST = (1n << 48n) - 1n

test('the same of the same two, another of every other person and run', async () => {
  const people = [
    ...Array.from({ length: 2000 }, (_, no) => idOf(BigInt(no))),
    ...Array.from({ length: 2000 }, (_, no) => idOf(LAST - BigInt(no))),
  ]

  const [first, again, other] = [
    await lineIds(RUNS[0] ?? '', people),
    await lineIds(RUNS[0] ?? '', people),
    await lineIds(RUNS[1] ?? '', people),
  ]

  expect(again).toEqual(first)
  expect(new Set([...first, ...other, ...people]).size).toBe(3 * people.length)
})

test('lines lie in the order of the people, those registered in one moment in a circle', async () => {
  const steps = 64n
  const people = Array.from({ length: Number(steps) }, (_, no) => idOf((LAST / steps) * BigInt(no)))

  const ids = await lineIds(RUNS[0] ?? '', people)

  const falls = ids.filter((id, at) => id < (ids[at - 1] ?? ''))
  expect(falls).toHaveLength(1)
  expect(ids.every((id) => id.startsWith('01a22700-8a85-7e2d-90dd-'))).toBe(true)
  const moments = ['00000000-0000-0000-0000-ffffffffffff', '00000000-0000-0000-0001-000000000000', '01a22700-8a85-7e2d-90de-000000000000']
  const later = await lineIds(RUNS[0] ?? '', moments)
  expect(later).toEqual(later.toSorted())
})
