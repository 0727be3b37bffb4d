import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benefit, kinNotice, office, seeBenefit } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { BANAN, CHONGQING, divisions, ELSEWHERE, FENGMING, ground, person, TODAY, value, YUBEI } from '../../../../../test/world.ts'
import type { RateEntry } from '../../contract.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)
beforeAll(async () => {
  await divisions(database)
})

const enter = (who: (typeof office)[keyof typeof office], unitCode: string, notice: object) =>
  benefit(on, who, { name: 'rate.enter', input: { unitCode, notice } })
const approve = (who: (typeof office)[keyof typeof office], id: string) => benefit(on, who, { name: 'rate.approve', input: { id } })
const entered = async (version: string, effectiveFrom = '2026-08-01') =>
  value<{ id: string }>(await enter(office.clerk, YUBEI, kinNotice({ version, effectiveFrom }))).id
const listed = async (who: (typeof office)[keyof typeof office], place: string) =>
  value<{ entries: RateEntry[]; can: object }>(await seeBenefit(on, who, { name: 'rate.list', input: { place } }))

describe('a notice of a county', () => {
  test('waits with its yearly cost over the people of the county, and takes effect by a second person', async () => {
    const identities = [{ classCode: 'KIN-M', fromOn: '2020-01-01' }]
    const { id: personId } = await person(on, { identities: identities as never })
    await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [personId])
    await person(on, { unitCode: ELSEWHERE, identities: identities as never })
    const id = await entered('yb-2026')

    const waiting = (await listed(office.approver, YUBEI)).entries.find((one) => one.id === id)
    // One martyr's survivor in the county: from 33,860.00 to 40,000.00 a year.
    expect(waiting?.diff?.costFen).toBe('614000')
    expect(waiting?.diff?.rows[0]).toMatchObject({ beforeFen: '3386000', afterFen: '4000000', people: 1, costFen: '614000' })
    expect(waiting?.can).toEqual({ approve: true, withdraw: false })

    value(await approve(office.approver, id))
    const inForce = (await listed(office.supervisor, YUBEI)).entries.find((one) => one.id === id)
    expect(inForce).toMatchObject({ knownOn: TODAY, diff: null, can: { approve: false } })
  })

  test('is refused with each rule it breaks', async () => {
    const rows = [
      { classCode: 'KIN-M', unit: 'year', amountFen: '3385999' },
      { classCode: 'KIN-D', unit: 'year', amountFen: '3500000' },
    ]

    const answer = await enter(office.clerk, YUBEI, kinNotice({ version: 'yb-low', effectiveFrom: '2025-08-01', rows }))

    expect(answer).toMatchObject({
      kind: 'refusal',
      refusal: {
        code: 'table-broken',
        faults: [
          { code: 'missing', key: { classCode: 'KIN-I' } },
          { code: 'below-floor', key: { classCode: 'KIN-M' }, amountFen: '3385999', floorFen: '3386000' },
        ],
      },
    })
  })

  test('is not approved by whoever entered it, nor by a clerk, nor next door', async () => {
    const id = await entered('yb-2027', '2027-08-01')
    const both = { ...office.clerk, grants: new Set([...office.clerk.grants, 'benefit.approve' as const]) }

    expect(await approve(both, id)).toMatchObject({ refusal: { code: 'own-entry' } })
    expect(await approve(office.clerk, id)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await approve(office.neighbourApprover, id)).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('is approved once where two press at once', async () => {
    const id = await entered('yb-2028', '2028-08-01')

    const answers = await Promise.all([approve(office.approver, id), approve({ ...office.approver }, id)])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(answers).toContainEqual(expect.objectContaining({ refusal: { code: 'already-settled' } }))
  })

  test('of two that begin on one day only one takes effect, at once too', async () => {
    const ids = [await entered('yb-2029a', '2029-08-01'), await entered('yb-2029b', '2029-08-01')]

    const answers = await Promise.all(ids.map((id) => approve(office.approver, id)))

    expect(answers.filter(({ kind }) => kind === 'value')).toHaveLength(1)
    expect(answers.find(({ kind }) => kind === 'refusal')).toMatchObject({
      refusal: { code: 'table-broken', faults: [{ code: 'overlap' }] },
    })
  })

  test('is withdrawn while it waits, and its version may be used again; in force it stays', async () => {
    const id = await entered('yb-2031', '2031-08-01')

    expect(await enter(office.clerk, YUBEI, kinNotice({ version: 'yb-2031', effectiveFrom: '2031-08-01' }))).toMatchObject({
      refusal: { code: 'version-taken' },
    })
    value(await benefit(on, office.clerk, { name: 'rate.withdraw', input: { id } }))
    const again = await entered('yb-2031', '2031-08-01')
    value(await approve(office.approver, again))

    expect(await benefit(on, office.clerk, { name: 'rate.withdraw', input: { id: again } })).toMatchObject({
      refusal: { code: 'already-settled' },
    })
    expect(await approve(office.approver, id)).toMatchObject({ refusal: { code: 'already-settled' } })
  })
})

describe('whom a notice touches', () => {
  test('is said by name masked, how much a year, and what is owed for each month since it holds', async () => {
    const { id: personId } = await person(on, { name: '吴大山', identities: [{ classCode: 'SICK-HOME', fromOn: '2018-01-01' }] as never })
    await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [personId])
    // 600 a month since 2019; the notice of January 2026 says 819 and is known in June.
    const rows = [{ classCode: 'SICK-HOME', unit: 'year', amountFen: '982800' }]
    const notice = kinNotice({ version: 'yb-sick', effectiveFrom: '2026-01-01', rows })
    const { id } = value<{ id: string }>(await enter(office.clerk, YUBEI, notice))

    const touched = value(await seeBenefit(on, office.approver, { name: 'rate.people', input: { id } }))

    expect(touched).toEqual({
      effectiveFrom: '2026-01-01',
      people: 1,
      pages: 1,
      owedFen: '109500',
      rows: [
        {
          personId,
          nameMasked: '吴*山',
          key: { classCode: 'SICK-HOME', grade: null, cause: null, period: null },
          beforeFen: '720000',
          afterFen: '982800',
          raiseFen: '262800',
          owedMonths: 5,
          owedFen: '109500',
        },
      ],
    })
    // A page beyond the last shows nobody, and the totals of all.
    expect(value(await seeBenefit(on, office.approver, { name: 'rate.people', input: { id, page: 1 } }))).toMatchObject({
      rows: [],
      people: 1,
      owedFen: '109500',
    })
    expect(await seeBenefit(on, office.neighbour, { name: 'rate.people', input: { id } })).toMatchObject({ problem: { code: 'not-found' } })
    expect(await seeBenefit(on, office.worker, { name: 'rate.people', input: { id } })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
  })
})

describe('who enters', () => {
  test('a station worker does not, nor somebody next door, nor a county the floor of the nation', async () => {
    expect(await enter(office.worker, FENGMING, kinNotice())).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await enter(office.neighbour, YUBEI, kinNotice())).toMatchObject({ problem: { code: 'not-found' } })
    expect(await enter(office.clerk, FENGMING, kinNotice())).toMatchObject({ refusal: { code: 'not-an-office' } })
    expect(await enter(office.clerk, YUBEI, kinNotice({ layer: 'national' }))).toMatchObject({ refusal: { code: 'floor-of-province' } })
  })
})

describe('a notice of the province', () => {
  test('is seen by its counties once it is in force, and holds there', async () => {
    const notice = kinNotice({ version: 'cq-2035', effectiveFrom: '2035-08-01' })
    const { id } = value<{ id: string }>(await enter(office.province, CHONGQING, notice))
    expect((await listed(office.neighbour, BANAN)).entries.map((one) => one.id)).not.toContain(id)

    value(await approve(office.provinceApprover, id))

    const seen = (await listed(office.neighbour, BANAN)).entries
    expect(seen.find((one) => one.id === id)).toMatchObject({ place: CHONGQING, knownOn: TODAY, can: { approve: false, withdraw: false } })
    expect(seen.filter(({ place }) => String(place) === YUBEI)).toEqual([])
  })
})

test('every floor that comes with the program says what must be verified', async () => {
  const { entries } = await listed(office.supervisor, YUBEI)

  const shipped = entries.filter(({ id }) => id === null)

  expect(shipped).toHaveLength(13)
  expect(shipped.every(({ verify }) => verify !== null && verify.length > 10)).toBe(true)
})
