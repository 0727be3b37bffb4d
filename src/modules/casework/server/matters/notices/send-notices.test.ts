import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { joined, openFakeGateway } from '../../../../../../test/cmpp-gateway.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../../test/matter-world.ts'
import { act, actor, divisions, ground, NEIGHBOUR, person, value, YUBEI } from '../../../../../../test/world.ts'
import { clockAt } from '../../../../../platform/clock/clock.ts'
import { withScope } from '../../../../../platform/database/scope.ts'
import { cmppSender } from '../../../../../platform/messages/cmpp/cmpp-sender.ts'
import { type Message, type MessageFate, MessageNotSent, type MessageSender } from '../../../../../platform/messages/message-sender.ts'
import { matterTypes } from '../load-types.ts'
import { sendNotices } from './send-notices.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))
// A round takes whatever is due: each test begins with nothing to send.
beforeEach(() => settle('true'))

const on = ground(database)
const settle = (which: string, values: readonly unknown[] = []) =>
  withScope(database.ownerPool, { lo: '0', hi: ':' }, 'write', (tx) =>
    tx.query(`update casework.notices set sms_state = 'none', sms_failure = null where ${which}`, [...values]),
  )
const { village, county, township } = seats
const WHERE = '详情请登录“归队”查看，或问您的服务站。'
/** What a telephone shows of a petition: that there is news, and nothing of what it is about. */
const NEWS = `【归队】您有一件事有了新的进展。${WHERE}`
const WORDS = '信访：已受理，六十日内答复。现在：办理中，期限到2026年8月9日。'

/** The outside world: what it does with a text, and what reached it. */
function phones(becomes: (message: Message) => Promise<void> = async () => undefined): MessageSender & { readonly sent: Message[] } {
  const sent: Message[] = []
  return {
    isConsole: false,
    sent,
    send: async (message) => {
      sent.push(message)
      await becomes(message)
    },
    close: async () => undefined,
  }
}

const failing = (fate: MessageFate) => async (): Promise<void> => {
  throw new MessageNotSent(fate, { zh: '没有发出。', en: 'It was not sent.' })
}

const round = (messages: MessageSender, at = '2026-06-10T02:00:00Z'): Promise<number> =>
  sendNotices({ pool: database.appPool, secrets: on.secrets, clock: clockAt(at), messages })

const textsOf = (matterId: string) =>
  rowsOf<{ sms_state: string; sms_failure: string | null; sms_tries: number }>(
    database,
    'select sms_state, sms_failure, sms_tries from casework.notices where matter_id = $1 order by step desc limit 1',
    [matterId],
  )

/** A petition that was accepted: the notice of that step waits for somebody with this phone. */
async function told(given: { phone?: string | null; name?: string } = {}): Promise<{ id: string; personId: string }> {
  const { phone = '10012344821', name = '欧阳建国' } = given
  const someone = await person(on, { name, ...(phone === null ? {} : { phone }) })
  const answers = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
  const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'petition', answers }))
  value(await step(on, county, { matterId: id, step: 'forward' }))
  await settle('matter_id = $1', [id])
  value(await step(on, county, { matterId: id, step: 'accept' }))
  return { id, personId: someone.id }
}

test('a notice of a sealed kind goes to the phone on file, once, and names neither the person nor the kind', async () => {
  const { id } = await told()
  const outside = phones()

  const taken = [await round(outside), await round(outside)]

  expect(taken).toEqual([1, 0])
  expect(outside.sent).toMatchObject([{ phone: '10012344821', text: NEWS }])
  expect(outside.sent[0]?.text).not.toMatch(/欧阳|建国|工龄|信访|受理/)
  expect(await textsOf(id)).toEqual([{ sms_state: 'sent', sms_failure: null, sms_tries: 0 }])
})

test('a notice of any other kind says what has happened, and until when', async () => {
  const someone = await person(on, { phone: '10012344822' })
  const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id }))
  value(await step(on, township, { matterId: id, step: 'ask', reason: '照片不是白底' }))
  const outside = phones()

  await round(outside)

  expect(outside.sent).toMatchObject([{ text: `【归队】优待证：还缺材料，补齐后接着办。接下来请您办理。${WHERE}` }])
})

test.each(['petition', 'counselling', 'legalAdvice'])('%s is a kind that no text names', (code) => {
  expect(matterTypes.filter((type) => type.code === code).every(({ readers }) => readers !== undefined)).toBe(true)
})

test('by a real gateway it arrives in parts that the phone puts together', async () => {
  const gateway = await openFakeGateway('only-we-two')
  const at = {
    host: '127.0.0.1',
    port: gateway.port,
    spId: '901234',
    secret: 'only-we-two',
    code: '10690001',
    service: '',
    rate: 900,
    window: 16,
  }
  const messages = cmppSender(at, { log: () => undefined, now: on.clock.now })
  const { id } = await told({ phone: '13800138000' })

  const taken = await round(messages)
  await messages.close()
  await gateway.close()

  expect(taken).toBe(1)
  expect(joined(gateway.submits)).toContain(NEWS)
  expect(gateway.submits.every(({ phone }) => phone === '13800138000')).toBe(true)
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'sent' }])
})

test.each(['2026-06-10T13:00:00Z', '2026-06-10T23:59:00Z'])('at %s people in China sleep, and nothing is sent', async (at) => {
  const { id } = await told()
  const outside = phones()

  await round(outside, at)

  expect(outside.sent).toEqual([])
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'waiting' }])
})

test.each([
  ['no phone', null],
  ['a landline', '023-67812345'],
])('who has %s is left to the station', async (_, phone) => {
  const { id } = await told({ phone })
  const outside = phones()

  await round(outside)

  expect(outside.sent).toEqual([])
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'none', sms_failure: null }])
})

test('nobody writes to the dead', async () => {
  const { id, personId } = await told()
  value(
    await act(on, township, {
      name: 'person.recordDeath',
      input: { personId, deceasedOn: '2026-06-09', document: '死亡证明 0609 号', reason: '家属来报' },
    }),
  )
  const outside = phones()

  await round(outside)

  expect(outside.sent).toEqual([])
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'none' }])
})

test('of a file that was merged the phone of the kept one rings', async () => {
  const kept = await person(on, { name: '周建国', phone: '10077770001' })
  const { id, personId } = await told({ name: '周健国', phone: '10077770002' })
  const merge = { keptId: kept.id, keptVersion: 1, mergedId: personId, mergedVersion: 1, take: [], reason: '同一人，身份证号录错' }
  value(await act(on, actor({ role: 'countyOfficer', unitCode: YUBEI }), { name: 'person.merge', input: merge }))
  const outside = phones()

  await round(outside)

  expect(outside.sent).toMatchObject([{ phone: '10077770001' }])
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'sent' }])
})

test('two processes at once send a text once', async () => {
  await told({ phone: '10012340001' })
  await told({ phone: '10012340002' })
  const outside = phones()

  const taken = await Promise.all([round(outside), round(outside), round(outside)])

  expect(taken.reduce((sum, each) => sum + each)).toBe(2)
  expect(outside.sent.map(({ phone }) => phone).sort()).toEqual(['10012340001', '10012340002'])
})

test('killed between sending and marking: it is not sent again, and the station learns that nobody knows', async () => {
  const { id } = await told()
  const outside = phones(async () => {
    throw new Error('the process was killed here')
  })
  await expect(round(outside)).rejects.toThrow('killed here')

  await round(outside, '2026-06-10T02:09:00Z')
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'sending' }])
  await round(outside, '2026-06-10T02:11:00Z')

  expect(await textsOf(id)).toMatchObject([{ sms_state: 'failed', sms_failure: 'unknown' }])
  expect(outside.sent).toHaveLength(1)
})

test.each(['refused', 'unknown'] as const)('a text whose fate is %s is not sent again', async (fate) => {
  const { id } = await told()
  const outside = phones(failing(fate))

  await round(outside)
  await round(outside, '2026-06-11T02:00:00Z')

  expect(outside.sent).toHaveLength(1)
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'failed', sms_failure: fate }])
})

test('a gateway that cannot be reached is tried again, later each time, and after six times the station is told', async () => {
  const { id } = await told()
  const outside = phones(failing('not-sent'))
  const at = ['02:00:00', '02:00:59', '02:01:00', '02:04:59', '02:05:00', '02:21:00', '03:25:00', '07:40:59', '07:41:00', '12:00:00']

  const tried: number[] = []
  for (const time of at) {
    await round(outside, `2026-06-10T${time}Z`)
    tried.push(outside.sent.length)
  }

  expect(tried).toEqual([1, 1, 2, 2, 3, 4, 5, 5, 6, 6])
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'failed', sms_failure: 'not-sent' }])
})

test('while the way out is broken the others keep their tries', async () => {
  const first = await told({ phone: '10012340001' })
  const second = await told({ phone: '10012340002' })
  const broken = phones(failing('not-sent'))

  await round(broken)

  expect(broken.sent).toHaveLength(1)
  expect([...(await textsOf(first.id)), ...(await textsOf(second.id))].map(({ sms_tries }) => sms_tries).sort()).toEqual([0, 1])
})

test('one refused number does not keep the others from theirs', async () => {
  await told({ phone: '10012340001' })
  await told({ phone: '10012340002' })
  const outside = phones((message) => (message.phone === '10012340001' ? failing('refused')() : Promise.resolve()))

  await round(outside)

  expect(outside.sent).toHaveLength(2)
})

test('what has waited three days is no news', async () => {
  const { id } = await told()
  const outside = phones()

  await round(outside, '2026-06-13T02:00:00Z')

  expect(outside.sent).toEqual([])
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'failed', sms_failure: 'late' }])
})

test('the page of the matter says what was told, and why no text came of it', async () => {
  const { id } = await told()
  await round(phones(failing('refused')))

  const matter = value(await seeMatter(on, village, { name: 'matter.get', input: { matterId: id } }))

  expect(matter['notices']).toMatchObject([
    {
      step: 3,
      words: { zh: WORDS, en: expect.stringContaining('Petition') },
      dueOn: '2026-08-09',
      on: '2026-06-10',
      at: expect.stringMatching(/^2026-06-10T02:00:00/),
      readAt: null,
      sms: 'failed',
      smsFailure: 'refused',
    },
    { step: 2, words: { zh: expect.stringContaining('已登记并转送') } },
  ])
})

test('a station marks nothing as sent at the next one', async () => {
  const { id } = await told()
  const marking = withScope(database.appPool, { lo: NEIGHBOUR, hi: '500112017007', accountId: village.accountId }, 'write', (tx) =>
    tx.query("update casework.notices set sms_state = 'sent' where matter_id = $1", [id]),
  )

  expect((await marking).rowCount).toBe(0)
  expect(await textsOf(id)).toMatchObject([{ sms_state: 'waiting' }])
})

test('the database keeps a failure and its reason together', async () => {
  const { id } = await told()
  const failed = withScope(database.ownerPool, { lo: '0', hi: ':' }, 'write', (tx) =>
    tx.query("update casework.notices set sms_state = 'failed' where matter_id = $1", [id]),
  )

  await expect(failed).rejects.toThrow(/notices_sms_failure_check/)
})
