import { expect, test } from 'vitest'
import { pdu } from '../../../../test/cmpp-gateway.ts'
import { cmppRoom, fateOf, message } from '../../../../test/cmpp-room.ts'

const room = cmppRoom()
const { sender } = room

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
  const taken = room.gateway.submits[0]
  if (!taken) throw new Error('no text came')
  const id = room.gateway.answerBytes(taken).subarray(12, 20)

  room.gateway.push(5, report(Buffer.alloc(8), 'DELIVRD'))
  room.gateway.push(5, report(id, 'UNDELIV'))
  await room.gateway.until(() => room.gateway.acknowledged.length === 2)

  expect(room.gateway.acknowledged[0]?.toString('hex')).toBe('00000000000000ff00')
  expect(room.lines.filter((line) => line.includes('未送达'))).toEqual(['短信未送达 / text not delivered: m1  UNDELIV'])
})

test('what somebody writes back is acknowledged and read by nobody', async () => {
  await sender().send(message('m1'))
  const written = Buffer.from('收到', 'utf16le').swap16()

  room.gateway.push(
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
  await room.gateway.until(() => room.gateway.acknowledged.length === 1)

  expect(room.lines).toHaveLength(1)
})

test('a quiet line is tested, and one that stays silent is given up', async () => {
  const one = sender({}, { testAfterMs: 20, answerWithinMs: 500, tests: 2 })
  await one.send(message('m1'))
  await room.gateway.until(() => room.gateway.commands.filter((command) => command === 8).length >= 2)
  expect(room.gateway.logins).toHaveLength(1)

  room.gateway.submits[0]?.socket.pause()

  await room.gateway.until(() => room.gateway.logins.length === 2)
})

test('a gateway that says goodbye is answered, and called again', async () => {
  const one = sender()
  await one.send(message('m1'))

  room.gateway.push(2, Buffer.alloc(0))
  await room.gateway.until(() => room.gateway.logins.length === 2)

  expect(room.gateway.commands).toContain(0x80000002)
})

test('closing says goodbye, and nothing is sent afterwards', async () => {
  const one = sender()
  await one.send(message('m1'))

  await one.close()

  expect(room.gateway.commands.at(-1)).toBe(2)
  expect(await fateOf(one.send(message('m2')))).toBe('not-sent')
  expect(room.gateway.logins).toHaveLength(1)
})

test('closing waits for no gateway that cannot be reached', async () => {
  room.gateway.behaviour.login = 'silence'
  const one = sender({}, { answerWithinMs: 60_000 })
  await room.gateway.until(() => room.gateway.logins.length === 1)
  const sending = fateOf(one.send(message('m1')))

  await one.close()

  expect(await sending).toBe('not-sent')
})

test('two messages of the protocol in one piece are both read', async () => {
  room.gateway.behaviour.submit = (submitted) => {
    submitted.socket.write(Buffer.concat([pdu(8, 5, Buffer.alloc(0)), room.gateway.answerBytes(submitted)]))
  }

  expect(await fateOf(sender().send(message('m1')))).toBe('sent')

  await room.gateway.until(() => room.gateway.commands.includes(0x80000008))
})
