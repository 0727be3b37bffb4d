import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeRotated } from '../../../../../test/close-rotated.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { sealedTables } from '../sealed-tables.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(() => closeRotated(database, sealedTables, 'registry.merges'))

const officer = world.actor({ role: 'countyOfficer', unitCode: world.YUBEI })
const reason = '同一人，身份证号录错'
const doing = (name: string, input: unknown, who = officer): Promise<Answer> => world.act(ground, who, { name, input })
const fileOf = async (personId: string) => world.value(await world.see(ground, officer, { name: 'person.get', input: { personId } }))
const finding = async (query: string) => {
  const { rows } = world.value<{ rows: { id: string }[] }>(await world.see(ground, officer, { name: 'person.find', input: { query } }))
  return rows.map(({ id }) => id)
}

/** The stock of registered persons and of one class, as the facts of these persons sum up. */
async function stocksOf(...personIds: string[]): Promise<{ registered: number; war: number }> {
  const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ registered: number; war: number }>(
      `select coalesce(sum(quantity) filter (where kind = 'person.registered'), 0)::int as registered,
              coalesce(sum(quantity) filter (where kind = 'identity.held'), 0)::int as war
         from spine.facts where person_ids && $1::uuid[]`,
      [personIds],
    ),
  )
  return rows[0] ?? { registered: 0, war: 0 }
}

/** One citizen twice: as 周建国 with a phone, and as 周建囯 at the next station with the right number and an identity. */
async function twins() {
  const kept = await world.person(ground, { name: '周建国', phone: '10012344821', identities: [{ classCode: 'WAR' }] })
  const gone = await world.person(ground, {
    name: '周健国',
    unitCode: world.NEIGHBOUR,
    address: '双凤路3号2单元101',
    identities: [{ classCode: 'WAR' }, { classCode: 'DISCHARGED' }],
    kin: [{ relation: 'spouse', name: '李秀英', phone: '10012345678' }],
  })
  return { kept, gone, input: { keptId: kept.id, keptVersion: 1, mergedId: gone.id, mergedVersion: 1, reason } }
}

describe('a merge', () => {
  test('keeps one file with the parts of both, closes the other, and the stocks count one', async () => {
    const { kept, gone, input } = await twins()

    const answer = await doing('person.merge', { ...input, take: ['name'] })

    expect(world.value(answer)).toMatchObject({ personId: kept.id, version: 2 })
    expect(await fileOf(kept.id)).toMatchObject({
      nameMasked: '周*国',
      phoneMasked: '100****4821',
      addressMasked: '双凤路3号2单元 ****',
      identities: [{ classCode: 'WAR' }, { classCode: 'DISCHARGED' }],
      kin: [{ nameMasked: '李*英', phoneMasked: '100****5678' }],
    })
    expect(await fileOf(gone.id)).toMatchObject({ status: 'merged', mergedInto: kept.id, identities: [{ classCode: 'WAR' }], kin: [] })
    expect(await stocksOf(kept.id, gone.id)).toEqual({ registered: 1, war: 2 })
    expect(await finding('周健国')).toEqual([kept.id])
    expect(await finding(gone.citizenId)).toEqual([])
  })

  test('that takes the number of the other file makes it the number of the citizen', async () => {
    const { kept, gone, input } = await twins()

    await doing('person.merge', { ...input, take: ['citizenId'] })

    const [right, wrong] = [world.capture({ citizenId: gone.citizenId }), world.capture({ citizenId: kept.citizenId })]
    expect(await doing('person.capture', right)).toEqual({ kind: 'refusal', refusal: { code: 'already-registered', personId: kept.id } })
    expect(await doing('person.capture', wrong)).toMatchObject({ kind: 'value' })
  })

  test('is undone whole: both files, their parts, numbers and stocks', async () => {
    const { kept, gone, input } = await twins()
    const [keptBefore, goneBefore] = [await fileOf(kept.id), await fileOf(gone.id)]
    const { mergeId } = world.value<{ mergeId: string }>(await doing('person.merge', { ...input, take: ['citizenId', 'name'] }))

    expect(await doing('person.undoMerge', { mergeId, reason: '其实是两个人' })).toMatchObject({ kind: 'value' })

    const still = (file: object) => ({ ...file, version: 3, updatedAt: expect.any(String) as string })
    expect(await fileOf(kept.id)).toEqual(still(keptBefore))
    expect(await fileOf(gone.id)).toEqual(still(goneBefore))
    expect(await stocksOf(kept.id, gone.id)).toEqual({ registered: 2, war: 3 })
    expect(await finding(gone.citizenId)).toEqual([gone.id])
    expect(await doing('person.undoMerge', { mergeId, reason: '再来一次' })).toMatchObject({ refusal: { code: 'already-undone' } })
  })

  test('is not undone once the kept file went on, or the number has gone to another', async () => {
    const one = await twins()
    const other = await twins()
    const merged = world.value<{ mergeId: string }>(await doing('person.merge', one.input))
    const taken = world.value<{ mergeId: string }>(await doing('person.merge', other.input))

    await doing('person.change', { personId: one.kept.id, version: 2, changes: { living: 'alone' }, reason })
    await doing('person.capture', world.capture({ citizenId: other.gone.citizenId }))

    expect(await doing('person.undoMerge', { mergeId: merged.mergeId, reason })).toMatchObject({ refusal: { code: 'changed-since' } })
    expect(await doing('person.undoMerge', { mergeId: taken.mergeId, reason })).toMatchObject({ refusal: { code: 'number-taken' } })
  })

  test('asked for twice at once happens once', async () => {
    const { input } = await twins()

    const answers = await Promise.all([doing('person.merge', input), doing('person.merge', { ...input })])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  })

  test('of a file with itself, of a file that changed, across bureaus or with a stranger’s is refused', async () => {
    const { kept, input } = await twins()
    const elsewhere = await world.person(ground, { unitCode: world.ELSEWHERE })

    expect(await doing('person.merge', { ...input, mergedId: kept.id })).toMatchObject({ refusal: { code: 'same-file' } })
    expect(await doing('person.merge', { ...input, mergedVersion: 9 })).toMatchObject({
      refusal: { code: 'changed-meanwhile', version: 1 },
    })
    expect(await doing('person.merge', { ...input, mergedId: elsewhere.id })).toMatchObject({ refusal: { code: 'other-not-found' } })
    const city = { ...world.actor({ role: 'countyOfficer', unitCode: world.CHONGQING }) }
    expect(await doing('person.merge', { ...input, mergedId: elsewhere.id }, city)).toMatchObject({ refusal: { code: 'other-bureau' } })
  })

  test('is for officers: a station worker may not, another district’s officer finds nobody', async () => {
    const { input } = await twins()

    expect(await doing('person.merge', input, world.actor())).toEqual({ kind: 'problem', problem: { code: 'not-permitted' } })
    expect(await doing('person.merge', input, world.actor({ role: 'countyOfficer', unitCode: world.BANAN }))).toEqual({
      kind: 'problem',
      problem: { code: 'not-found' },
    })
  })
})
