import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeGateway, joined, openFakeGateway, pdu } from '../../../../test/cmpp-gateway.ts'
import { type Message, MessageNotSent, type MessageSender } from '../message-sender.ts'
import { cmppSender } from './cmpp-sender.ts'
import type { CmppGateway } from './gateway-address.ts'
import { type CmppTiming, TIMING } from './timing.ts'

const SECRET = 'only-we-two'
const SHORT = '【归队】您的优待证已制好。'
// Quick only where a test waits for the end of it: an answer that is due may take its time on a busy machine.
const QUICK: CmppTiming = { ...TIMING, firstPauseMs: 5, longestPauseMs: 20, tooFastPauseMs: 5 }

let gateway: FakeGateway
let lines: string[]
const open: MessageSender[] = []

beforeEach(async () => {
  gateway = await openFakeGateway(SECRET)
  lines = []
})
afterEach(async () => {
  for (const sender of open.splice(0)) await sender.close()
  await gateway.close()
})

function sender(other: Partial<CmppGateway> = {}, timing: Partial<CmppTiming> = {}): MessageSender {
  const at: CmppGateway = {
    host: '127.0.0.1',
    port: gateway.port,
    spId: '901234',
    secret: SECRET,
    code: '10690001',
    service: '',
    rate: 900,
    window: 16,
    ...other,
  }
  const one = cmppSender(at, { log: (line) => lines.push(line), now: () => '2026-06-10T02:00:00Z', timing: { ...QUICK, ...timing } })
  open.push(one)
  return one
}

const message = (id: string, text = SHORT): Message => ({ id, phone: '13800138000', text })

const fateOf = (sending: Promise<void>): Promise<unknown> =>
  sending.then(
    () => 'sent',
    (fault: unknown) => (fault instanceof MessageNotSent ? fault.fate : fault),
  )

test('a text arrives as the standard lays it out', async () => {
  await sender().send(message('m1'))

  expect(gateway.logins).toMatchObject([{ version: 0x20, timestamp: 610_100_000 }])
  expect(gateway.submits).toMatchObject([
    { total: 1, number: 1, wantsReport: 1, hasHeader: 0, format: 8, spId: '901234', source: '10690001', phone: '13800138000' },
  ])
  expect(gateway.submits[0]?.bytes).toBe(147)
  expect(joined(gateway.submits)).toBe(SHORT)
})

test.each([
  [1, '登录报文格式不符'],
  [2, '企业代码'],
  [3, '密码不对'],
  [4, '版本'],
  [9, '没有说明原因'],
  ['impostor' as const, '没能证明自己知道密码'],
])('a gateway that answers the sign-in with %s gets no text, and the log says why', async (login, why) => {
  gateway.behaviour.login = login

  const fate = await fateOf(sender().send(message('m1')))

  expect(fate).toBe('not-sent')
  expect(lines.join('\n')).toContain(why)
  expect(gateway.submits).toEqual([])
})

test('a wrong secret is refused by the gateway, and neither the log nor the error holds it', async () => {
  const sending = sender({ secret: 'a-wrong-secret' }).send(message('m1'))

  const fault: unknown = await sending.catch((reason: unknown) => reason)

  expect(String(fault)).toContain('密码不对')
  expect(`${String(fault)} ${lines.join()}`).not.toMatch(/a-wrong-secret|13800138000/)
})

test('a gateway that does not answer the sign-in is not waited for without end', async () => {
  gateway.behaviour.login = 'silence'

  const one = sender({}, { answerWithinMs: 100, patienceMs: 400 })

  expect(await fateOf(one.send(message('m1')))).toBe('not-sent')

  expect(lines.join()).toContain('没有应答登录')
})

test('nobody at the address: the text is not sent, and is once somebody is there', async () => {
  const { port } = gateway
  await gateway.close()
  const one = sender({ port }, { patienceMs: 200 })

  const before = await fateOf(one.send(message('m1')))
  gateway = await openFakeGateway(SECRET, port)
  await gateway.until(() => gateway.logins.length === 1)
  await gateway.settled()

  expect([before, await fateOf(one.send(message('m1')))]).toEqual(['not-sent', 'sent'])
  expect(lines[0]).toContain('连不上')
})

test('an answer that comes byte by byte is an answer', async () => {
  gateway.behaviour.submit = (submitted) => {
    const bytes = gateway.answerBytes(submitted)
    const write = (at: number): void => {
      if (at < bytes.length) submitted.socket.write(bytes.subarray(at, at + 1), () => setImmediate(write, at + 1))
    }
    write(0)
  }

  expect(await fateOf(sender().send(message('m1')))).toBe('sent')
})

test('a line cut in the middle of an answer: nobody knows, and the same message is not sent again', async () => {
  gateway.behaviour.submit = (submitted) => {
    submitted.socket.write(gateway.answerBytes(submitted).subarray(0, 15), () => submitted.socket.destroy())
  }
  const one = sender()

  const first = await fateOf(one.send(message('m1')))
  const again = await fateOf(one.send(message('m1')))

  expect([first, again]).toEqual(['unknown', 'unknown'])
  expect(gateway.submits).toHaveLength(1)
})

test('after a broken line the next message goes over a new one', async () => {
  const one = sender()
  await one.send(message('m1'))

  gateway.hangUp()
  await gateway.until(() => gateway.logins.length === 2)
  await one.send(message('m2'))

  expect(gateway.submits).toHaveLength(2)
  expect(lines.join()).toContain('连接断了')
})

test('what is no CMPP ends the line, and a new one is opened', async () => {
  const one = sender()
  await one.send(message('m1'))

  gateway.submits[0]?.socket.write(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))
  await gateway.until(() => gateway.logins.length === 2)

  expect(await fateOf(one.send(message('m2')))).toBe('sent')
})

test('a gateway that is silent about a text: its fate is unknown, and the line goes on', async () => {
  gateway.behaviour.submit = (submitted, self) => {
    if (self.submits.length > 1) self.take(submitted)
  }
  const one = sender({}, { answerWithinMs: 1_000 })

  expect(await fateOf(one.send(message('m1')))).toBe('unknown')
  expect(await fateOf(one.send(message('m1')))).toBe('unknown')
  expect(await fateOf(one.send(message('m2')))).toBe('sent')

  expect(gateway.submits).toHaveLength(2)
  expect(gateway.logins).toHaveLength(1)
})

test('a message asked for twice at once is sent once', async () => {
  const one = sender()

  await Promise.all([one.send(message('m1')), one.send(message('m1'))])
  await one.send(message('m1'))

  expect(gateway.submits).toHaveLength(1)
})

test('no more texts than the window holds are without an answer', async () => {
  gateway.behaviour.submit = () => undefined
  const one = sender({ window: 3 })
  const sending = Array.from({ length: 5 }, (_, index) => one.send(message(`m${index}`)))
  await gateway.until(() => gateway.submits.length === 3)
  await gateway.settled()
  expect(gateway.submits).toHaveLength(3)

  gateway.behaviour.submit = (submitted) => gateway.take(submitted)
  for (const submitted of gateway.submits.slice(0, 3)) gateway.take(submitted)
  await Promise.all(sending)

  expect(gateway.submits).toHaveLength(5)
})

test.each([
  [1, 'refused', '消息结构错'],
  [5, 'refused', '资费代码错'],
  [13, 'refused', '目的号码错'],
  [77, 'refused', '其他错误'],
])('result %i is %s', async (result, fate, why) => {
  gateway.behaviour.submit = (submitted) => gateway.take(submitted, result)

  const fault: unknown = await sender()
    .send(message('m1'))
    .catch((reason: unknown) => reason)

  expect(fault).toMatchObject({ fate, zh: expect.stringContaining(why) })
  expect(gateway.submits).toHaveLength(1)
})

test('a gateway that finds us too fast is offered the same again, and in the end the text is not sent', async () => {
  gateway.behaviour.submit = (submitted, self) => self.take(submitted, self.submits.length < 3 ? 8 : 0)
  const one = sender({}, { tooFastTries: 3 })
  expect(await fateOf(one.send(message('m1')))).toBe('sent')
  expect(gateway.submits).toHaveLength(3)

  gateway.behaviour.submit = (submitted) => gateway.take(submitted, 8)

  expect(await fateOf(one.send(message('m2')))).toBe('not-sent')
  expect(gateway.submits).toHaveLength(6)
})

test('a long text goes in parts that a phone puts together again, emoji included', async () => {
  const long = `【归队】${'您的退役报到事项已办到第三步，'.repeat(9)}谢谢👍🏻${'请到站里来。'.repeat(8)}`

  await sender().send(message('m1', long))

  const parts = gateway.submits
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.every(({ hasHeader, content, total }) => hasHeader === 1 && content.length <= 140 && total === parts.length)).toBe(true)
  expect(new Set(parts.map(({ content }) => content.subarray(0, 5).toString('hex'))).size).toBe(1)
  expect(joined(parts.toReversed())).toBe(long)
})

test('a second part that is refused leaves the fate unknown: the first one is on its way', async () => {
  gateway.behaviour.submit = (submitted, self) => self.take(submitted, self.submits.length === 1 ? 0 : 6)

  expect(await fateOf(sender().send(message('m1', '长'.repeat(200))))).toBe('unknown')

  expect(gateway.submits).toHaveLength(2)
})

test('a first part that is refused keeps the others at home', async () => {
  gateway.behaviour.submit = (submitted, self) => self.take(submitted, 6)

  expect(await fateOf(sender().send(message('m1', '长'.repeat(200))))).toBe('refused')

  expect(gateway.submits).toHaveLength(1)
})

test.each(['10012344821', '023-67812345', '4001234567', '+8613800138000'])('%s is no mobile number and is not sent to', async (phone) => {
  expect(await fateOf(sender().send({ id: 'm1', phone, text: SHORT }))).toBe('refused')

  expect(gateway.submits).toEqual([])
})

const report = (id: Buffer, state: string): Buffer =>
  Buffer.concat([
    Buffer.from('00000000000000ff', 'hex'),
    Buffer.alloc(21 + 10 + 3 + 21),
    Buffer.from([1, 60]),
    id,
    Buffer.from(state.padEnd(7, '\0')),
    Buffer.alloc(10 + 10 + 21 + 4 + 8),
  ])

test('a report is acknowledged, and one of a text that did not arrive stands in the log by its id', async () => {
  const one = sender()
  await one.send(message('m1'))
  const taken = gateway.submits[0]
  if (!taken) throw new Error('no text came')
  const id = gateway.answerBytes(taken).subarray(12, 20)

  gateway.push(5, report(Buffer.alloc(8), 'DELIVRD'))
  gateway.push(5, report(id, 'UNDELIV'))
  await gateway.until(() => gateway.acknowledged.length === 2)

  expect(gateway.acknowledged[0]?.toString('hex')).toBe('00000000000000ff00')
  expect(lines.filter((line) => line.includes('未送达'))).toEqual(['短信未送达 / text not delivered: m1  UNDELIV'])
})

test('what somebody writes back is acknowledged and read by nobody', async () => {
  await sender().send(message('m1'))
  const written = Buffer.from('收到', 'utf16le').swap16()

  gateway.push(
    5,
    Buffer.concat([
      Buffer.alloc(8 + 21 + 10 + 2),
      Buffer.from([8]),
      Buffer.alloc(21),
      Buffer.from([0, written.length]),
      written,
      Buffer.alloc(8),
    ]),
  )
  await gateway.until(() => gateway.acknowledged.length === 1)

  expect(lines).toHaveLength(1)
})

test('a quiet line is tested, and one that stays silent is given up', async () => {
  const one = sender({}, { testAfterMs: 20, answerWithinMs: 500, tests: 2 })
  await one.send(message('m1'))
  await gateway.until(() => gateway.commands.filter((command) => command === 8).length >= 2)
  expect(gateway.logins).toHaveLength(1)

  gateway.submits[0]?.socket.pause()

  await gateway.until(() => gateway.logins.length === 2)
})

test('a gateway that says goodbye is answered, and called again', async () => {
  const one = sender()
  await one.send(message('m1'))

  gateway.push(2, Buffer.alloc(0))
  await gateway.until(() => gateway.logins.length === 2)

  expect(gateway.commands).toContain(0x80000002)
})

test('closing says goodbye, and nothing is sent afterwards', async () => {
  const one = sender()
  await one.send(message('m1'))

  await one.close()

  expect(gateway.commands.at(-1)).toBe(2)
  expect(await fateOf(one.send(message('m2')))).toBe('not-sent')
  expect(gateway.logins).toHaveLength(1)
})

test('closing waits for no gateway that cannot be reached', async () => {
  gateway.behaviour.login = 'silence'
  const one = sender({}, { answerWithinMs: 60_000 })
  await gateway.until(() => gateway.logins.length === 1)
  const sending = fateOf(one.send(message('m1')))

  await one.close()

  expect(await sending).toBe('not-sent')
})

test('two messages of the protocol in one piece are both read', async () => {
  gateway.behaviour.submit = (submitted) => {
    submitted.socket.write(Buffer.concat([pdu(8, 5, Buffer.alloc(0)), gateway.answerBytes(submitted)]))
  }

  expect(await fateOf(sender().send(message('m1')))).toBe('sent')

  await gateway.until(() => gateway.commands.includes(0x80000008))
})
