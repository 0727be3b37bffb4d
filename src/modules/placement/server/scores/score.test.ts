import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeRotated } from '../../../../../test/close-rotated.ts'
import { CLAIMS, cohort, decided, enterScheme, onMe, place, scored, seePlace } from '../../../../../test/placement-world.ts'
import { approver, officer, openScoreWorld, SCHEME } from '../../../../../test/score-world.ts'
import { actor, BANAN, divisions, value, YUBEI } from '../../../../../test/world.ts'
import { sealedTables } from '../sealed-tables.ts'

const { candidate, confirmed, database, mine, on, sheetIdOf } = await openScoreWorld()

afterAll(() => closeRotated(database, sealedTables, 'placement.objections'))
beforeAll(async () => {
  await divisions(database)
  await enterScheme(on, SCHEME)
})

describe('a score', () => {
  test('is confirmed by the person, and then changed by an objection only', async () => {
    const one = await confirmed(await scored(on, await cohort(on)))
    const input = { candidateId: one.candidateId, steps: one.steps, enlistedOn: '2010-03-16', evidence: '入伍批准书', claims: CLAIMS }

    expect((await candidate(one)).isConfirmed).toBe(true)
    expect(await place(on, officer, { name: 'candidate.score', input })).toMatchObject({ refusal: { code: 'needs-objection' } })
    const again = { candidateId: one.candidateId, sheetId: await sheetIdOf(one) }
    expect(await place(on, onMe(one.personId), { name: 'mine.confirmScore', input: again })).toMatchObject({
      refusal: { code: 'not-the-sheet' },
    })
  })

  test('an objection changes its own line and no other', async () => {
    const one = await scored(on, await cohort(on))
    const objected = {
      candidateId: one.candidateId,
      sheetId: await sheetIdOf(one),
      line: 'reward.peacetime.commendation',
      words: '应为三次嘉奖',
    }
    const { objectionId } = value<{ objectionId: string }>(
      await place(on, onMe(one.personId), { name: 'mine.objectScore', input: objected }),
    )
    const settle = (more: object, who = approver) =>
      place(on, who, { name: 'candidate.settleObjection', input: { objectionId, outcome: 'upheld', reason: '补交一份嘉奖令', ...more } })

    expect((await candidate(one)).state).toBe('objected')
    expect(await settle({})).toMatchObject({ refusal: { code: 'line-missing' } })
    expect(await settle({ line: { quantity: 2, evidence: '嘉奖令 2 份' } })).toMatchObject({ refusal: { code: 'nothing-changed' } })
    expect(await settle({ line: { quantity: 3, evidence: '嘉奖令 3 份' } }, officer)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(value(await settle({ line: { quantity: 3, evidence: '嘉奖令 3 份' } }))).toMatchObject({ state: 'scored', total: 7350 })
    expect(await settle({ line: { quantity: 4, evidence: '嘉奖令 4 份' } })).toMatchObject({ refusal: { code: 'already-settled' } })
    expect(await mine(one)).toMatchObject({
      sheet: { total: 7350, number: 2, isConfirmed: false },
      objections: [{ outcome: 'upheld', words: '应为三次嘉奖', reason: '补交一份嘉奖令' }],
      can: { confirm: true },
    })
  })

  test('one line is not objected to twice at once, and only lines that there are', async () => {
    const one = await scored(on, await cohort(on))
    const input = { candidateId: one.candidateId, sheetId: await sheetIdOf(one), line: 'disability.duty.grade8', words: '应为七级' }
    const object = (more: object = {}) => place(on, onMe(one.personId), { name: 'mine.objectScore', input: { ...input, ...more } })

    value(await object())

    expect(await object()).toMatchObject({ refusal: { code: 'line-open' } })
    expect(await object({ line: 'service.combat' })).toMatchObject({ refusal: { code: 'no-such-line' } })
    expect(await object({ sheetId: one.candidateId })).toMatchObject({ refusal: { code: 'not-the-sheet' } })
  })

  test('without a version of the table for the day of leaving there is none', async () => {
    const one = await decided(on, await cohort(on))
    const elsewhere = { ...SCHEME, version: '2018-again' }
    const banan = actor({ unitCode: BANAN, role: 'countyOfficer' })

    // 巴南区 has entered none: what 渝北区 entered is nothing to it.
    value(await place(on, banan, { name: 'scheme.enter', input: { unitCode: BANAN, scheme: elsewhere } }))
    const listed = value<{ schemes: { scheme: { version: string }; isInForce: boolean; diff: unknown }[] }>(
      await seePlace(on, banan, { name: 'scheme.list', input: { place: BANAN } }),
    )

    expect(listed.schemes.map(({ scheme, isInForce }) => [scheme.version, isInForce])).toEqual([
      ['2018-again', false],
      ['2018', true],
    ])
    expect(listed.schemes[0]?.diff).toMatchObject({ beforeVersion: '2018', added: [], removed: [], changed: [] })
    expect((await candidate(one)).can.score).toBe(true)
  })

  test('a version is not approved by who entered it', async () => {
    const both = { ...officer, grants: new Set([...officer.grants, ...approver.grants]) }
    const { id } = value<{ id: string }>(
      await place(on, both, { name: 'scheme.enter', input: { unitCode: YUBEI, scheme: { ...SCHEME, version: '2024-own' } } }),
    )

    expect(await place(on, both, { name: 'scheme.approve', input: { id } })).toMatchObject({ refusal: { code: 'own-entry' } })
    expect(await place(on, officer, { name: 'scheme.approve', input: { id } })).toMatchObject({ problem: { code: 'not-permitted' } })
  })
})
