import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assist, fund, gift, money, OFFICE, recorded, seeAssist } from '../../../../../test/assist-world.ts'
import { openFundsWorld } from '../../../../../test/funds-world.ts'
import { divisions, FENGMING, ground, value } from '../../../../../test/world.ts'
import type { Donation, Followed, Fund, OpenFund } from '../../contract.ts'

const { database, on, see, askOpen, follow, codeOf, grant } = await openFundsWorld()
afterAll(database.close)
beforeAll(() => divisions(database))

describe('a fund', () => {
  test('is opened by an office of a county, under a name of its own; not by a station, not by a cashier, not next door', async () => {
    const input = { unitCode: OFFICE, kind: 'aid', name: '渝北援助基金', purpose: '援助困难退役军人', raising: null }
    const open = (who: (typeof money)[keyof typeof money], over = {}) =>
      assist(on, who, { name: 'aidFund.open', input: { ...input, ...over } })

    value(await open(money.officer))
    expect(await open(money.officer)).toMatchObject({ refusal: { code: 'name-taken' } })
    expect(await open(money.officer, { unitCode: FENGMING, name: '社区基金' })).toMatchObject({ refusal: { code: 'not-an-office' } })
    expect(await open(money.cashier, { name: '出纳基金' })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await open(money.neighbour, { name: '邻区基金' })).toMatchObject({ problem: { code: 'not-found' } })
    const raising = { permit: '渝民募〔2026〕1号', from: '2026-05-01', to: '2026-04-30' }
    expect(await open(money.officer, { name: '倒着募', raising })).toMatchObject({ refusal: { code: 'raising-backwards' } })
  })

  test('is listed with what is in it for the supervisor, and for nobody at a station', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '12345' })

    const { funds } = value<{ funds: Fund[] }>(await seeAssist(on, money.supervisor, { name: 'aidFund.list', input: { place: OFFICE } }))
    expect(funds.find(({ id }) => id === fundId)?.sums).toMatchObject({ receivedFen: '12345', freeFen: '12345' })
    expect(await seeAssist(on, money.worker, { name: 'aidFund.list', input: { place: FENGMING } })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
  })
})

describe('a gift', () => {
  test('has a receipt with the next number; of a person the surname is shown, of an organisation its name', async () => {
    const fundId = await fund(on)
    const first = await gift(on, fundId)
    const firm = { kind: 'named', name: '重庆江北机械有限公司', phone: null }
    const second = await gift(on, fundId, { donor: firm })

    expect(Number(second.receiptNumber.slice(-6)) - Number(first.receiptNumber.slice(-6))).toBe(1)
    const { donations } = await see(fundId)
    expect(donations.map(({ donorMasked }) => donorMasked)).toEqual(['重庆江北机械有限公司', '陈*爱'])
    const { rows } = await database.ownerPool.query<{ donor: Buffer }>('select donor from assistance.donations where id = $1', [first.id])
    expect(rows[0]?.donor.includes('陈大爱')).toBe(false)
    const receipt = await seeAssist(on, money.officer, { name: 'donation.receipt', input: { donationId: first.id } })
    expect(value(receipt)).toMatchObject({ donorName: '陈大爱', amountFen: '100000' })
    expect(await seeAssist(on, money.supervisor, { name: 'donation.receipt', input: { donationId: first.id } })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
  })

  test('in goods is a list whose values add up, and is no money to be granted', async () => {
    const fundId = await fund(on)
    const goods = [
      { name: '轮椅', count: 3, valueFen: '240000' },
      { name: '棉被', count: 20, valueFen: '160001' },
    ]
    const input = { fundId, donor: { kind: 'anonymous' }, gift: { form: 'goods', goods }, earmark: null, receivedOn: '2026-03-01' }
    const { id } = value<{ id: string }>(await assist(on, money.officer, { name: 'donation.record', input }))
    value(await assist(on, money.approver, { name: 'donation.confirm', input: { donationId: id } }))

    expect((await see(fundId)).sums).toMatchObject({ goodsFen: '400001', receivedFen: '0', freeFen: '0' })
  })

  test('recorded at once by two has two numbers; the same message twice is one gift', async () => {
    const fundId = await fund(on)
    const both = await Promise.all([recorded(on, fundId), recorded(on, fundId)])

    expect(new Set(both.map((answer) => value<{ receiptNumber: string }>(answer).receiptNumber)).size).toBe(2)
    expect(await recorded(on, fundId, { receivedOn: '2026-06-11' })).toMatchObject({ refusal: { code: 'not-yet-received' } })
    expect(await recorded(on, fundId, { amountFen: '1000000000001' })).toMatchObject({ refusal: { code: 'too-much' } })
    expect(await recorded(on, fundId, { amountFen: '-5' })).toMatchObject({ problem: { code: 'invalid-input' } })
    expect((await see(fundId)).donations).toHaveLength(2)
  })

  test('is confirmed by somebody else, once', async () => {
    const fundId = await fund(on)
    const { id: donationId } = value<Donation>(await recorded(on, fundId))
    const confirm = (who: (typeof money)[keyof typeof money]) => assist(on, who, { name: 'donation.confirm', input: { donationId } })
    const both = { ...money.officer, grants: new Set([...money.officer.grants, 'ledger.approve' as const]) }

    expect(await confirm(both)).toMatchObject({ refusal: { code: 'own-record' } })
    expect(await confirm(money.neighbourApprover)).toMatchObject({ problem: { code: 'not-found' } })
    const answers = await Promise.all([confirm(money.approver), confirm({ ...money.approver })])
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  })
})

describe('a yuan', () => {
  test('is followed by number and code to what became of it: first in first out, its parts add up to the fen', async () => {
    const fundId = await fund(on)
    const [first, second] = [await gift(on, fundId, { amountFen: '30000' }), await gift(on, fundId, { amountFen: '30000' })]
    const ids = [await grant(fundId, '20000'), await grant(fundId, '15000')]
    value(await assist(on, money.cashier, { name: 'grant.pay', input: { grantId: ids[0], voucher: '工行 001' } }))
    value(await assist(on, money.officer, { name: 'grant.followUp', input: { grantId: ids[0], outcome: 'housed' } }))

    const told = (await follow(first.receiptNumber, await codeOf(first.id))).body() as Followed
    expect(told).toMatchObject({ amountFen: '30000', leftFen: '0' })
    expect(told.parts).toEqual([
      { cause: 'accident', amountFen: '20000', paidOn: '2026-06-10', outcome: 'housed' },
      { cause: 'accident', amountFen: '10000', paidOn: null, outcome: null },
    ])
    const other = (await follow(second.receiptNumber, await codeOf(second.id))).body() as Followed
    expect(other).toMatchObject({ leftFen: '25000', parts: [{ amountFen: '5000' }] })
    expect(JSON.stringify([told, other])).not.toMatch(/周|陈|凤鸣路|[0-9a-f]{8}-/)
  })

  test('is not followed with a wrong code, with the code of another gift, or by nothing at all', async () => {
    const fundId = await fund(on)
    const [mine, other] = [await gift(on, fundId), await gift(on, fundId)]

    expect((await follow(mine.receiptNumber, await codeOf(other.id))).status).toBe(404)
    expect((await follow(mine.receiptNumber, 'AAAAAAAAAA')).status).toBe(404)
    expect((await follow('500112-99-000001', await codeOf(mine.id))).status).toBe(404)
    expect((await askOpen({ method: 'POST', url: '/api/open/gift', payload: {} })).status).toBe(404)
    expect((await follow(mine.receiptNumber, (await codeOf(mine.id)).toLowerCase())).status).toBe(200)
  })
})

describe('a report', () => {
  const quarter = { kind: 'quarter', from: '2026-01-01', to: '2026-03-31' }
  const publish = (who: (typeof money)[keyof typeof money], input: object) => assist(on, who, { name: 'aidFund.publish', input })

  test('is due each quarter of raising, stays as it was published, and is there for everybody without a name', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '30000', receivedOn: '2026-02-03' })
    expect((await see(fundId)).due).toEqual([{ ...quarter, dueOn: '2026-04-30', isLate: true }])

    value(await publish(money.approver, { fundId, ...quarter }))
    await gift(on, fundId, { amountFen: '5', receivedOn: '2026-02-04' })

    const seen = await see(fundId)
    expect([seen.due, seen.reports]).toEqual([[], [expect.objectContaining(quarter)]])
    const open = (await askOpen({ method: 'GET', url: '/api/open/funds' })).body() as { funds: OpenFund[] }
    expect(open.funds.find(({ id }) => id === fundId)?.reports).toEqual([
      expect.objectContaining({
        ...quarter,
        beforeFen: '0',
        receivedFen: '30000',
        givenFen: '0',
        afterFen: '30000',
        donations: 1,
        lines: [],
      }),
    ])
  })

  test('goes on from what the last one left, with a gift that came in its days and was confirmed after it', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '30000', receivedOn: '2026-02-03' })
    value(await publish(money.approver, { fundId, ...quarter }))
    const afterwards = ground(database, '2026-06-11T02:00:00.000Z')
    await gift(afterwards, fundId, { amountFen: '5', receivedOn: '2026-02-04' })
    const { id: donationId } = await gift(afterwards, fundId, { amountFen: '900', receivedOn: '2026-04-02' })
    value(await assist(afterwards, money.approver, { name: 'donation.takeBack', input: { donationId, reason: '退还捐赠人' } }))

    const later = ground(database, '2026-07-20T02:00:00.000Z')
    const second = { kind: 'quarter', from: '2026-04-01', to: '2026-06-30' }
    value(await assist(later, money.approver, { name: 'aidFund.publish', input: { fundId, ...second } }))

    const open = (await askOpen({ method: 'GET', url: '/api/open/funds' })).body() as { funds: OpenFund[] }
    expect(open.funds.find(({ id }) => id === fundId)?.reports).toMatchObject([
      { ...second, beforeFen: '30000', receivedFen: '5', afterFen: '30005', donations: 1 },
      { ...quarter, beforeFen: '0', receivedFen: '30000', afterFen: '30000', donations: 1 },
    ])
  })

  test('is not published early, twice, by a clerk or from next door', async () => {
    const fundId = await fund(on)

    expect(await publish(money.approver, { fundId, kind: 'quarter', from: '2026-04-01', to: '2026-06-30' })).toMatchObject({
      refusal: { code: 'not-due' },
    })
    expect(await publish(money.officer, { fundId, ...quarter })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await publish(money.neighbourApprover, { fundId, ...quarter })).toMatchObject({ problem: { code: 'not-found' } })
    const twice = await Promise.all([publish(money.approver, { fundId, ...quarter }), publish(money.approver, { fundId, ...quarter })])
    expect(twice.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  })

  test('of a fund that does not raise is never due, and such a fund is not shown', async () => {
    const fundId = await fund(on, { raising: null })

    expect((await see(fundId)).due).toEqual([])
    expect((await askOpen({ method: 'GET', url: '/api/open/funds' })).text).not.toContain(fundId)
  })
})
