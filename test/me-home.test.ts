import { afterAll, describe, expect, test } from 'vitest'
import { doMatter, openFor, seats, step } from './matter-world.ts'
import { doOn, openMeWorld, see } from './me-world.ts'
import { act, actor, value } from './world.ts'

const world = await openMeWorld()
const { on, bound } = world
afterAll(world.close)

type Phone = Awaited<ReturnType<typeof bound>>['phone']

const CARD = { typeCode: 'preferenceCard', answers: { kind: 'veteran', phone: '10012345678' } }

const homeOf = async (phone: Phone) => (await see(phone, 'mine.home')).json().value
const begun = async (phone: Phone, asked: object): Promise<string> => (await doOn(phone, 'mine.open', asked)).json().value.id
const wantingOf = async (phone: Phone): Promise<[string, number][]> =>
  (await homeOf(phone)).open.map(({ typeCode, papersWanting }: { typeCode: string; papersWanting: number }) => [typeCode, papersWanting])
const seen = async (matterId: string, code: string) =>
  value(await doMatter(on, seats.village, { name: 'matter.giveDocument', input: { matterId, code, how: 'seen' } }))

const drawsPension = (personId: string): Promise<void> =>
  isConfirmed(personId, { classCode: 'DIS', grade: 7, cause: 'duty', basis: '证 1' })

async function isConfirmed(personId: string, identity: object): Promise<void> {
  const about = { personId, reason: '核定' }
  const { id: identityId } = value<{ id: string }>(await act(on, actor(), { name: 'identity.add', input: { ...about, identity } }))
  for (const status of ['evidenceChecked', 'confirmed'])
    value(await act(on, actor(), { name: 'identity.setStatus', input: { ...about, identityId, status } }))
}

describe('the first page of a person', () => {
  test('counts the papers that an open matter wants, as many as its own page does, until they are given', async () => {
    const { phone } = await bound()
    const matterId = await begun(phone, CARD)
    const { documents } = (await see(phone, 'mine.matter', { matterId })).json().value
    const wanting = documents.filter(({ required, given }: { required: boolean; given: object | null }) => required && given === null)

    expect(await wantingOf(phone)).toEqual([['preferenceCard', wanting.length]])
    expect(wanting.map(({ code }: { code: string }) => code)).toEqual(['photo', 'discharge'])
    await seen(matterId, 'discharge')
    await seen(matterId, 'discharge')
    expect(await wantingOf(phone)).toEqual([['preferenceCard', 1]])
    await seen(matterId, 'photo')
    expect(await wantingOf(phone)).toEqual([['preferenceCard', 0]])
  })

  test.each([
    [false, 1],
    [true, 0],
  ])('of aid that is urgent (%s) asks as many papers as that answer asks for: %i', async (isUrgent, count) => {
    const { phone } = await bound()
    await begun(phone, { typeCode: 'hardshipAid', answers: { hardshipCause: 'other', story: '屋顶漏雨，没钱修', isUrgent } })

    expect(await wantingOf(phone)).toEqual([['hardshipAid', count]])
  })

  test('puts the own turn first, then what wants papers, then the others', async () => {
    const { phone, someone } = await bound()
    const asked = value<{ id: string }>(await openFor(on, seats.village, { personId: someone.id }))
    value(await step(on, seats.township, { matterId: asked.id, step: 'ask', reason: '照片不合格' }))
    await begun(phone, { typeCode: 'reportIn', answers: { dischargedOn: '2026-03-01', items: ['household'] } })
    await begun(phone, { typeCode: 'policyEnquiry', answers: { question: '怎么报名' } })

    expect((await wantingOf(phone)).map(([code]) => code)).toEqual(['preferenceCard', 'reportIn', 'policyEnquiry'])
  })

  test('asks nothing in a matter that has ended but how it was', async () => {
    const { phone } = await bound()
    const matterId = await begun(phone, CARD)
    const { steps } = (await see(phone, 'mine.matter', { matterId })).json().value
    expect((await doOn(phone, 'mine.step', { matterId, step: 'giveUp', steps, reason: '不用了' })).statusCode).toBe(200)

    expect(await homeOf(phone)).toMatchObject({ open: [], toRate: [{ matterId }] })
    await doOn(phone, 'mine.rate', { matterId, stars: 5 })
    expect((await homeOf(phone)).toRate).toEqual([])
  })

  test('of a neighbour of the same village knows neither matter nor paper', async () => {
    const [one, other] = [await bound(), await bound({ name: '陶勇' })]
    const matterId = await begun(one.phone, CARD)
    await begun(other.phone, CARD)
    await seen(matterId, 'discharge')

    expect(await wantingOf(one.phone)).toEqual([['preferenceCard', 1]])
    expect(await wantingOf(other.phone)).toEqual([['preferenceCard', 2]])
  })

  describe('asks this year’s confirmation of who draws a pension', () => {
    const DUE = { year: 2026, state: 'due', matterId: null }

    test('until it is begun, and not of who draws none', async () => {
      const [{ phone, someone }, other] = [await bound(), await bound({ name: '陶勇' })]
      await drawsPension(someone.id)

      expect((await homeOf(phone)).confirmation).toEqual(DUE)
      expect((await homeOf(other.phone)).confirmation).toBeNull()
      const matterId = await begun(phone, { typeCode: 'annualConfirmation', answers: { way: 'face' } })
      expect((await homeOf(phone)).confirmation).toEqual({ ...DUE, state: 'underway', matterId })
    })

    test('and not of a soldier who was discharged and nothing else: that identity gives no money', async () => {
      const { phone, someone } = await bound()
      await isConfirmed(someone.id, { classCode: 'DISCHARGED', basis: '退役证 1' })

      expect((await homeOf(phone)).confirmation).toBeNull()
    })

    test('of an agent only with authority for it', async () => {
      const asked = await Promise.all(
        [['annualConfirmation'], ['gloryPlaque']].map(async (kinds) => {
          const { someone, phone } = await world.withAuthority({ kinds })
          await drawsPension(someone.id)
          return (await homeOf(phone)).confirmation
        }),
      )

      expect(asked).toEqual([DUE, null])
    })
  })
})
