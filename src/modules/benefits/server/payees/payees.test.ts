import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { benefit, office, seeBenefit } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { BANAN, divisions, ground, person, value, YUBEI } from '../../../../../test/world.ts'
import { clockAt } from '../../../../platform/clock/clock.ts'
import type { Message } from '../../../../platform/messages/message-sender.ts'
import { startSending } from '../../../casework/index.ts'
import type { listCards, listPayees, seeKept } from '../../contract.ts'

const database = await openTestDatabase()
const on = ground(database, '2026-06-05T02:00:00.000Z')
afterAll(() => database.close())
beforeAll(async () => await divisions(database))
beforeEach(async () => {
  await database.ownerPool.query('truncate benefits.entitlements, benefits.payee_changes')
  await database.ownerPool.query(`update registry.entitled_identities set status = 'claimed'`)
})

type Who = (typeof office)[keyof typeof office]
const say = (who: Who, name: string, input: object) => benefit(on, who, { name, input })
const refusal = (code: string) => ({ kind: 'refusal', refusal: { code } })
const payees = async (who: Who = office.approver) =>
  value<z.output<typeof listPayees.output>>(await seeBenefit(on, who, { name: 'benefit.payees', input: { unitCode: YUBEI } }))
const cards = async () =>
  value<z.output<typeof listCards.output>>(await seeBenefit(on, office.clerk, { name: 'benefit.cards', input: { unitCode: YUBEI } }))

/** Somebody in pay, with a card in the file where one is given. */
async function paid(bankCard?: string, phone: string | null = '10012345678'): Promise<string> {
  const identities = [{ classCode: 'KIN-M', fromOn: '2018-01-01' }] as never
  const { id } = await person(on, {
    identities,
    ...(bankCard === undefined ? {} : { bankCard }),
    ...(phone === null ? {} : { phone }),
  })
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [id])
  value(await say(office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
  return id
}
const FIRST = '6222000011112222'
const set = (personId: string, more: object = {}, who: Who = office.clerk) =>
  say(who, 'benefit.setPayee', { personId, bank: '重庆农村商业银行', account: FIRST, evidence: '本人申请', ...more })
const changeOf = async (personId: string, more: object = {}) => value<{ changeId: string }>(await set(personId, more)).changeId
const confirm = (changeId: string, who: Who = office.approver) => say(who, 'benefit.confirmPayee', { changeId })
async function accountOf(personId: string): Promise<string | null> {
  const { rows } = await database.ownerPool.query<{ bank: string | null }>(
    'select payee_bank as bank from benefits.entitlements where person_id = $1',
    [personId],
  )
  return rows[0]?.bank ?? null
}

/** What somebody was told that is no step of a matter. */
const toldOf = async (personId: string) =>
  (
    await database.ownerPool.query<{ words_zh: string }>(
      'select id, topic, matter_id, words_zh, sms_state from casework.notices where person_id = $1',
      [personId],
    )
  ).rows
const callsOf = async (personId: string) =>
  (
    await database.ownerPool.query<{ rule_code: string }>(
      `select rule_code, due_on, status from casework.visit_plans where person_id = $1 and rule_code like 'tell-%'`,
      [personId],
    )
  ).rows

describe('an account', () => {
  test('is entered by one and confirmed by another: before that nothing is paid to it', async () => {
    const id = await paid()

    const changeId = await changeOf(id)

    expect(await accountOf(id)).toBe(null)
    expect(await payees()).toMatchObject({
      entered: 1,
      waiting: [
        { id: changeId, personId: id, before: null, isOwn: false, isOtherName: false, account: { accountMasked: '6222 **** 2222' } },
      ],
      can: { confirm: true, fill: false },
    })
    value(await confirm(changeId))
    expect(await accountOf(id)).toBe('重庆农村商业银行')
    expect(await payees()).toMatchObject({ entered: 0, waiting: [], settled: [{ state: 'confirmed' }] })
  })

  test('that was confirmed is told to whose it is: the bank and the end of it, by a text and in their file', async () => {
    const id = await paid()
    const changeId = await changeOf(id, { holder: '周小强' })
    expect(await toldOf(id)).toEqual([])

    value(await confirm(changeId))

    const words = '您的待遇发放账户现在是重庆农村商业银行尾号 2222 的账户（户名不是您本人）。如果不是您办理的，请马上联系服务站。'
    expect(await toldOf(id)).toEqual([{ id: changeId, topic: 'payee', matter_id: null, words_zh: words, sms_state: 'waiting' }])
    expect(await callsOf(id)).toEqual([])
    const sent: Message[] = []
    const messages = { isConsole: false, close: async () => undefined, send: async (message: Message) => void sent.push(message) }
    const sending = startSending({
      pool: on.pool,
      secrets: on.secrets,
      clock: clockAt('2026-06-05T03:00:00.000Z'),
      messages,
      log: () => undefined,
    })
    await expect.poll(() => sent.map(({ text }) => text)).toContain(`【归队】${words}详情请登录“归队”查看，或问您的服务站。`)
    await sending.stop()
    const kept = value<z.output<typeof seeKept.output>>(
      await seeBenefit(on, office.clerk, { name: 'benefit.kept', input: { personId: id } }),
    )
    expect(kept.payees).toMatchObject([{ id: changeId, accountMasked: '6222 **** 2222', isOtherName: true }])
  })

  test('that was declined or taken back is told to nobody; whom no text reaches the station calls', async () => {
    const [silent, other] = [await paid(undefined, null), await paid()]
    value(await confirm(await changeOf(silent)))
    value(await say(office.approver, 'benefit.declinePayee', { changeId: await changeOf(other), why: '没有证明' }))
    value(await say(office.clerk, 'benefit.withdrawPayee', { changeId: await changeOf(other) }))

    expect(await toldOf(other)).toEqual([])
    expect(await callsOf(other)).toEqual([])
    expect(await callsOf(silent)).toEqual([{ rule_code: 'tell-payee', due_on: '2026-06-08', status: 'due' }])
  })

  test('that is changed is not paid to until the change is confirmed; declined, the old one stays and the reason is read', async () => {
    const id = await paid()
    value(await confirm(await changeOf(id)))

    const changeId = await changeOf(id, { bank: '别的银行', account: '6222000033334444', holder: '周小强' })

    expect(await accountOf(id)).toBe('重庆农村商业银行')
    const { waiting } = await payees()
    expect(waiting).toMatchObject([{ isOtherName: true, before: { bank: '重庆农村商业银行', accountMasked: '6222 **** 2222' } }])
    value(await say(office.approver, 'benefit.declinePayee', { changeId, why: '没有监护证明' }))
    expect(await accountOf(id)).toBe('重庆农村商业银行')
    expect((await payees(office.clerk)).settled).toMatchObject([{ state: 'declined', why: '没有监护证明' }, { state: 'confirmed' }])
    expect(await confirm(changeId)).toMatchObject(refusal('not-waiting'))
  })

  test('is not confirmed by who entered it, not by a clerk, not from next door, and not twice', async () => {
    const id = await paid()
    const changeId = await changeOf(id)
    await database.ownerPool.query('update benefits.payee_changes set made_by = $1', [office.approver.accountId])

    expect(await confirm(changeId)).toMatchObject(refusal('same-hand'))
    expect(await say(office.approver, 'benefit.declinePayee', { changeId, why: '不对' })).toMatchObject(refusal('same-hand'))
    expect(await confirm(changeId, office.clerk)).toMatchObject({ kind: 'problem' })
    expect((await confirm(changeId, office.neighbourApprover)).kind).not.toBe('value')
    const both = await Promise.all([confirm(changeId, office.second), confirm(changeId, office.second)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['refusal', 'value'])
    expect(await accountOf(id)).toBe('重庆农村商业银行')
  })

  test('is kept from one hand by the database too', async () => {
    await changeOf(await paid())

    await expect(
      database.ownerPool.query(`update benefits.payee_changes set state = 'confirmed', settled_at = now(), settled_by = made_by`),
    ).rejects.toThrow('payee_changes_two_people_check')
  })

  test('waits alone: of two entered at once one is refused, and who entered it alone takes it back', async () => {
    const id = await paid()
    const both = await Promise.all([set(id), set(id, { account: '6222000033334444' })])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['refusal', 'value'])
    const changeId = (await payees()).waiting[0]?.id ?? ''

    expect(await say(office.clerk, 'benefit.confirmPayee', { changeId })).toMatchObject({ kind: 'problem' })
    await database.ownerPool.query('update benefits.payee_changes set made_by = $1', [office.second.accountId])
    expect(await say(office.clerk, 'benefit.withdrawPayee', { changeId })).toMatchObject(refusal('not-own'))
    await database.ownerPool.query('update benefits.payee_changes set made_by = $1', [office.clerk.accountId])
    value(await say(office.clerk, 'benefit.withdrawPayee', { changeId }))
    expect(await confirm(changeId)).toMatchObject(refusal('not-waiting'))
  })

  test('that is kept already, or of somebody who is not in pay, is refused', async () => {
    const id = await paid()
    value(await confirm(await changeOf(id)))
    const stranger = await person(on)

    expect(await set(id)).toMatchObject(refusal('same-account'))
    expect(await set(stranger.id)).toMatchObject(refusal('not-entitled'))
  })
})

describe('cards of files', () => {
  const fill = (prefix: string, who: Who = office.clerk) =>
    say(who, 'benefit.fillPayees', { unitCode: YUBEI, prefix, bank: '农业银行渝北支行' })

  test('become accounts by bank, once, marked as taken from the file, and are confirmed together by another', async () => {
    const [one, two, other] = [await paid('9900 0100 0000 1111'), await paid('9900010000002222'), await paid('9900020000003333')]
    expect(await cards()).toEqual({
      without: 3,
      groups: [
        { prefix: '990001', cards: 2 },
        { prefix: '990002', cards: 1 },
      ],
      isPart: false,
    })

    expect(value(await fill('990001'))).toEqual({ filled: 2 })

    expect(await fill('990001')).toMatchObject(refusal('nothing-to-fill'))
    expect(await cards()).toMatchObject({ without: 1, groups: [{ prefix: '990002' }] })
    expect(await payees()).toMatchObject({ entered: 0, fromFiles: [{ bank: '农业银行渝北支行', count: 2 }], can: { confirmFilled: true } })
    expect([await accountOf(one), await accountOf(two)]).toEqual([null, null])
    value(await say(office.approver, 'benefit.confirmFilled', { unitCode: YUBEI }))
    expect([await accountOf(one), await accountOf(two), await accountOf(other)]).toEqual(['农业银行渝北支行', '农业银行渝北支行', null])
    expect([...(await toldOf(one)), ...(await toldOf(two))].map(({ words_zh }) => words_zh)).toEqual(
      Array.from({ length: 2 }, () => '您的待遇今后发放到档案里登记的银行卡（农业银行渝北支行）。如果卡不对，请联系服务站。'),
    )
    expect(await toldOf(other)).toEqual([])
    expect(await say(office.approver, 'benefit.confirmFilled', { unitCode: YUBEI })).toMatchObject(refusal('nothing-waits'))
    expect(await fill('990001')).toMatchObject(refusal('nothing-to-fill'))
  })

  test('leave alone who has an account or one that waits; are refused to the same hand, an approver and next door', async () => {
    const [waits] = [await paid('9900010000001111'), await paid('9900010000002222')]
    await changeOf(waits)
    expect(value(await fill('990001'))).toEqual({ filled: 1 })
    await database.ownerPool.query(`update benefits.payee_changes set made_by = $1 where origin = 'file'`, [office.approver.accountId])

    expect(await say(office.approver, 'benefit.confirmFilled', { unitCode: YUBEI })).toMatchObject(refusal('same-hand'))
    expect((await payees()).can.confirmFilled).toBe(false)
    expect(await fill('990001', office.approver)).toMatchObject({ kind: 'problem' })
    expect((await fill('990001', office.neighbour)).kind).not.toBe('value')
    expect((await say(office.neighbour, 'benefit.fillPayees', { unitCode: BANAN, prefix: '990001', bank: '农业银行' })).kind).toBe(
      'refusal',
    )
  })
})
