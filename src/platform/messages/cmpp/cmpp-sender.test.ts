import { expect, test } from 'vitest'
import { joined, openFakeGateway } from '../../../../test/cmpp-gateway.ts'
import { cmppRoom, fateOf, message, SECRET, SHORT } from '../../../../test/cmpp-room.ts'

const room = cmppRoom()
const { sender } = room

test('a text arrives as the standard lays it out', async () => {
  await sender().send(message('m1'))

  expect(room.gateway.logins).toMatchObject([{ version: 0x20, timestamp: 610_100_000 }])
  expect(room.gateway.submits).toMatchObject([
    { total: 1, number: 1, wantsReport: 1, hasHeader: 0, format: 8, spId: '901234', source: '10690001', phone: '13800138000' },
  ])
  expect(room.gateway.submits[0]?.bytes).toBe(147)
  expect(joined(room.gateway.submits)).toBe(SHORT)
})

test.each([
  [1, '登录报文格式不符'],
  [2, '企业代码'],
  [3, '密码不对'],
  [4, '版本'],
  [9, '没有说明原因'],
  ['impostor' as const, '没能证明自己知道密码'],
])('a gateway that answers the sign-in with %s gets no text, and the log says why', async (login, why) => {
  room.gateway.behaviour.login = login

  const fate = await fateOf(sender().send(message('m1')))

  expect(fate).toBe('not-sent')
  expect(room.lines.join('\n')).toContain(why)
  expect(room.gateway.submits).toEqual([])
})

test('a wrong secret is refused by the gateway, and neither the log nor the error holds it', async () => {
  const sending = sender({ secret: 'a-wrong-secret' }).send(message('m1'))

  const fault: unknown = await sending.catch((reason: unknown) => reason)

  expect(String(fault)).toContain('密码不对')
  expect(`${String(fault)} ${room.lines.join()}`).not.toMatch(/a-wrong-secret|13800138000/)
})

test('a gateway that does not answer the sign-in is not waited for without end', async () => {
  room.gateway.behaviour.login = 'silence'

  const one = sender({}, { answerWithinMs: 100, patienceMs: 400 })

  expect(await fateOf(one.send(message('m1')))).toBe('not-sent')

  expect(room.lines.join()).toContain('没有应答登录')
})

test('nobody at the address: the text is not sent, and is once somebody is there', async () => {
  const { port } = room.gateway
  await room.gateway.close()
  const one = sender({ port }, { patienceMs: 200 })

  const before = await fateOf(one.send(message('m1')))
  room.gateway = await openFakeGateway(SECRET, port)
  await room.gateway.until(() => room.gateway.logins.length === 1)
  await room.gateway.settled()

  expect([before, await fateOf(one.send(message('m1')))]).toEqual(['not-sent', 'sent'])
  expect(room.lines[0]).toContain('连不上')
})

test('an answer that comes byte by byte is an answer', async () => {
  room.gateway.behaviour.submit = (submitted) => {
    const bytes = room.gateway.answerBytes(submitted)
    const write = (at: number): void => {
      if (at < bytes.length) submitted.socket.write(bytes.subarray(at, at + 1), () => setImmediate(write, at + 1))
    }
    write(0)
  }

  expect(await fateOf(sender().send(message('m1')))).toBe('sent')
})

test('a line cut in the middle of an answer: nobody knows, and the same message is not sent again', async () => {
  room.gateway.behaviour.submit = (submitted) => {
    submitted.socket.write(room.gateway.answerBytes(submitted).subarray(0, 15), () => submitted.socket.destroy())
  }
  const one = sender()

  const first = await fateOf(one.send(message('m1')))
  const again = await fateOf(one.send(message('m1')))

  expect([first, again]).toEqual(['unknown', 'unknown'])
  expect(room.gateway.submits).toHaveLength(1)
})

test('after a broken line the next message goes over a new one', async () => {
  const one = sender()
  await one.send(message('m1'))

  room.gateway.hangUp()
  await room.gateway.until(() => room.gateway.logins.length === 2)
  await one.send(message('m2'))

  expect(room.gateway.submits).toHaveLength(2)
  expect(room.lines.join()).toContain('连接断了')
})

test('what is no CMPP ends the line, and a new one is opened', async () => {
  const one = sender()
  await one.send(message('m1'))

  room.gateway.submits[0]?.socket.write(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))
  await room.gateway.until(() => room.gateway.logins.length === 2)

  expect(await fateOf(one.send(message('m2')))).toBe('sent')
})

test('a gateway that is silent about a text: its fate is unknown, and the line goes on', async () => {
  room.gateway.behaviour.submit = (submitted, self) => {
    if (self.submits.length > 1) self.take(submitted)
  }
  const one = sender({}, { answerWithinMs: 1_000 })

  expect(await fateOf(one.send(message('m1')))).toBe('unknown')
  expect(await fateOf(one.send(message('m1')))).toBe('unknown')
  expect(await fateOf(one.send(message('m2')))).toBe('sent')

  expect(room.gateway.submits).toHaveLength(2)
  expect(room.gateway.logins).toHaveLength(1)
})

test('a message asked for twice at once is sent once', async () => {
  const one = sender()

  await Promise.all([one.send(message('m1')), one.send(message('m1'))])
  await one.send(message('m1'))

  expect(room.gateway.submits).toHaveLength(1)
})

test('no more texts than the window holds are without an answer', async () => {
  room.gateway.behaviour.submit = () => undefined
  const one = sender({ window: 3 })
  const sending = Array.from({ length: 5 }, (_, index) => one.send(message(`m${index}`)))
  await room.gateway.until(() => room.gateway.submits.length === 3)
  await room.gateway.settled()
  expect(room.gateway.submits).toHaveLength(3)

  room.gateway.behaviour.submit = (submitted) => room.gateway.take(submitted)
  for (const submitted of room.gateway.submits.slice(0, 3)) room.gateway.take(submitted)
  await Promise.all(sending)

  expect(room.gateway.submits).toHaveLength(5)
})

test.each([
  [1, 'refused', '消息结构错'],
  [5, 'refused', '资费代码错'],
  [13, 'refused', '目的号码错'],
  [77, 'refused', '其他错误'],
])('result %i is %s', async (result, fate, why) => {
  room.gateway.behaviour.submit = (submitted) => room.gateway.take(submitted, result)

  const fault: unknown = await sender()
    .send(message('m1'))
    .catch((reason: unknown) => reason)

  expect(fault).toMatchObject({ fate, zh: expect.stringContaining(why) })
  expect(room.gateway.submits).toHaveLength(1)
})

test('a gateway that finds us too fast is offered the same again, and in the end the text is not sent', async () => {
  room.gateway.behaviour.submit = (submitted, self) => self.take(submitted, self.submits.length < 3 ? 8 : 0)
  const one = sender({}, { tooFastTries: 3 })
  expect(await fateOf(one.send(message('m1')))).toBe('sent')
  expect(room.gateway.submits).toHaveLength(3)

  room.gateway.behaviour.submit = (submitted) => room.gateway.take(submitted, 8)

  expect(await fateOf(one.send(message('m2')))).toBe('not-sent')
  expect(room.gateway.submits).toHaveLength(6)
})

test('a long text goes in parts that a phone puts together again, emoji included', async () => {
  const long = `【归队】${'您的退役报到事项已办到第三步，'.repeat(9)}谢谢👍🏻${'请到站里来。'.repeat(8)}`

  await sender().send(message('m1', long))

  const parts = room.gateway.submits
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.every(({ hasHeader, content, total }) => hasHeader === 1 && content.length <= 140 && total === parts.length)).toBe(true)
  expect(new Set(parts.map(({ content }) => content.subarray(0, 5).toString('hex'))).size).toBe(1)
  expect(joined(parts.toReversed())).toBe(long)
})

test('a second part that is refused leaves the fate unknown: the first one is on its way', async () => {
  room.gateway.behaviour.submit = (submitted, self) => self.take(submitted, self.submits.length === 1 ? 0 : 6)

  expect(await fateOf(sender().send(message('m1', '长'.repeat(200))))).toBe('unknown')

  expect(room.gateway.submits).toHaveLength(2)
})

test('a first part that is refused keeps the others at home', async () => {
  room.gateway.behaviour.submit = (submitted, self) => self.take(submitted, 6)

  expect(await fateOf(sender().send(message('m1', '长'.repeat(200))))).toBe('refused')

  expect(room.gateway.submits).toHaveLength(1)
})

test.each(['10012344821', '023-67812345', '4001234567', '+8613800138000'])('%s is no mobile number and is not sent to', async (phone) => {
  expect(await fateOf(sender().send({ id: 'm1', phone, text: SHORT }))).toBe('refused')

  expect(room.gateway.submits).toEqual([])
})
