import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assist, emergency, fund, money, seeAssist } from '../../../../../test/assist-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { divisions, ground, value } from '../../../../../test/world.ts'
import type { StockLine } from '../../contract.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)
beforeAll(() => divisions(database))

type Who = (typeof money)[keyof typeof money]
const act = (who: Who, name: string, input: object) => assist(on, who, { name, input })

/** Ten quilts in a fund. */
async function quilts(given: { isConfirmed?: boolean; earmark?: string | null } = {}): Promise<{ fundId: string; donationId: string }> {
  const { isConfirmed = true, earmark = null } = given
  const fundId = await fund(on)
  const goods = [{ name: '棉被', count: 10, valueFen: '100000' }]
  const donor = { kind: 'anonymous' }
  const input = { fundId, donor, gift: { form: 'goods', goods }, earmark, receivedOn: '2026-02-03' }
  const { id: donationId } = value<{ id: string }>(await act(money.officer, 'donation.record', input))
  if (isConfirmed) value(await act(money.approver, 'donation.confirm', { donationId }))
  return { fundId, donationId }
}

const give = (donationId: string, matterId: string, count: number, who: Who = money.officer) =>
  act(who, 'goods.give', { donationId, goodName: '棉被', count, matterId })

describe('goods of a fund', () => {
  test('are given to whom a matter helps, with who got what, and never more than is left', async () => {
    const { fundId, donationId } = await quilts()
    const matterId = await emergency(on)
    value(await give(donationId, matterId, 4))

    const answers = await Promise.all([give(donationId, matterId, 4), give(donationId, matterId, 4)])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(answers.find(({ kind }) => kind === 'refusal')).toMatchObject({ refusal: { code: 'too-many', left: 2 } })
    const seen = value<{ stock: StockLine[]; given: { nameMasked: string; count: number }[] }>(
      await seeAssist(on, money.officer, { name: 'goods.list', input: { fundId } }),
    )
    expect(seen.stock).toMatchObject([{ goodName: '棉被', count: 10, left: 2 }])
    expect(seen.given).toMatchObject([
      { nameMasked: '周*国', count: 4 },
      { nameMasked: '周*国', count: 4 },
    ])
  })

  test('are not given before they are confirmed, for another cause, for no matter, by who only looks or from next door', async () => {
    const [waiting, bound] = [await quilts({ isConfirmed: false }), await quilts({ earmark: 'disability' })]
    const matterId = await emergency(on)

    expect(await give(waiting.donationId, matterId, 1)).toMatchObject({ refusal: { code: 'not-confirmed' } })
    expect(await give(bound.donationId, matterId, 1)).toMatchObject({ refusal: { code: 'other-cause', cause: 'disability' } })
    expect(await give(bound.donationId, bound.fundId, 1)).toMatchObject({ refusal: { code: 'matter-not-ready' } })
    const { donationId } = await quilts()
    const unknown = { donationId, goodName: '大米', count: 1, matterId }
    expect(await act(money.officer, 'goods.give', unknown)).toMatchObject({ refusal: { code: 'no-such-good' } })
    expect(await give(donationId, matterId, 1, money.supervisor)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await give(donationId, matterId, 1, money.neighbour)).toMatchObject({ problem: { code: 'not-found' } })
  })
})
