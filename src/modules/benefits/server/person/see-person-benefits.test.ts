import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { benefit, office, seeBenefit } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { divisions, ground, person, value, YUBEI } from '../../../../../test/world.ts'
import type { seePersonBenefits } from '../../contract.ts'

type Seen = z.output<typeof seePersonBenefits.output>

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)
beforeAll(async () => {
  await divisions(database)
})

/** Somebody of 凤鸣路 with a confirmed identity. */
async function entitled(identity: object): Promise<string> {
  const { id } = await person(on, { identities: [identity] as never })
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [id])
  return id
}
const ask = (who: (typeof office)[keyof typeof office], personId: string, more: object = {}) =>
  seeBenefit(on, who, { name: 'benefit.person', input: { personId, from: '2024-06', months: 4, ...more } })
const seen = async (personId: string, more: object = {}) => value<Seen>(await ask(office.supervisor, personId, more))

const DISABLED = { classCode: 'DIS', grade: 5, cause: 'duty', fromOn: '2015-03-20' }

describe('what a person is due', () => {
  test('is said month by month, each amount with its rate, its table and its article', async () => {
    const { isEntitled, lines, totalFen } = await seen(await entitled(DISABLED))

    expect(isEntitled).toBe(true)
    expect(lines.map(({ month, amountFen }) => `${month} ${amountFen}`)).toEqual([
      '2024-06 426667',
      '2024-07 426666',
      '2024-08 474900',
      '2024-09 474900',
    ])
    expect(totalFen).toBe('1803133')
    expect(lines[2]).toMatchObject({ annualFen: '5698800', title: '残疾军人残疾抚恤金国家标准（2024 年）', layer: 'national', times: 1 })
    expect(lines[2]?.article).toContain('第二十五、二十七条')
  })

  test('follows the notice of the county once it is in force', async () => {
    const id = await entitled({ classCode: 'SICK-HOME', fromOn: '2018-01-01' })
    const notice = {
      version: 'yb-sick',
      title: '带病回乡补助标准',
      layer: 'local',
      issuer: '渝北区退役军人事务局',
      sourceDoc: '渝北退役军人〔2024〕3号',
      effectiveFrom: '2024-08-01',
      rows: [{ classCode: 'SICK-HOME', unit: 'year', amountFen: '982800' }],
    }
    const before = (await seen(id)).lines.map(({ amountFen }) => amountFen)
    const { id: entered } = value<{ id: string }>(
      await benefit(on, office.clerk, { name: 'rate.enter', input: { unitCode: YUBEI, notice } }),
    )
    expect((await seen(id)).lines.map(({ amountFen }) => amountFen)).toEqual(before)

    value(await benefit(on, office.approver, { name: 'rate.approve', input: { id: entered } }))

    expect(before).toEqual(['60000', '60000', '60000', '60000'])
    expect((await seen(id)).lines.map(({ amountFen, layer }) => `${amountFen} ${layer}`)).toEqual([
      '60000 national',
      '60000 national',
      '81900 local',
      '81900 local',
    ])
  })

  test('what if: a new grade, a prison, a death; and nothing of it is kept', async () => {
    const id = await entitled(DISABLED)
    const plain = await seen(id)

    const regraded = await seen(id, { suppose: { regraded: { on: '2024-09-01', grade: 4, cause: 'duty' } } })
    const held = await seen(id, { suppose: { suspended: { reason: 'prison', from: '2024-06-20', to: '2024-09-03' } } })
    const dead = await seen(id, { suppose: { diedOn: '2024-08-09' } })

    expect(regraded.lines.at(-1)?.amountFen).toBe('627700')
    expect(held.lines.map(({ month }) => month)).toEqual(['2024-06', '2024-09'])
    expect(held.heldBack).toEqual([
      { month: '2024-07', reason: 'prison', paidIn: null },
      { month: '2024-08', reason: 'prison', paidIn: null },
    ])
    expect(dead.lines.at(-1)).toMatchObject({ month: '2024-09', kind: 'deathGrant', times: 12, amountFen: '5698800' })
    expect(await seen(id)).toEqual(plain)
  })

  test('is nothing for who is not entitled, or not yet confirmed', async () => {
    const { id } = await person(on, { identities: [DISABLED] as never })

    expect(await seen(id)).toEqual({ isEntitled: false, totalFen: '0', lines: [], heldBack: [] })
  })

  test('is not for a station worker, nor for the next county', async () => {
    const id = await entitled(DISABLED)

    expect(await ask(office.worker, id)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await ask(office.neighbour, id)).toMatchObject({ problem: { code: 'not-found' } })
  })
})
