import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

// A gateway of an operator on a real socket, written from the standard and not from our sender: what it reads it reads itself.

/** One SUBMIT as the gateway read it, by its offsets in the standard. */
export interface Submitted {
  readonly sequence: number
  readonly total: number
  readonly number: number
  readonly wantsReport: number
  readonly hasHeader: number
  readonly format: number
  readonly source: string
  readonly spId: string
  readonly phone: string
  readonly content: Buffer
  readonly bytes: number
  readonly socket: Socket
}

export interface Behaviour {
  /** Status of the sign-in; `silence` never answers, `impostor` does not know the secret. */
  login: number | 'silence' | 'impostor'
  /** What happens to a SUBMIT; to take it is the custom. */
  submit: (submitted: Submitted, gateway: FakeGateway) => void
}

export interface FakeGateway {
  readonly port: number
  readonly behaviour: Behaviour
  readonly submits: Submitted[]
  /** Commands in the order in which they came, sign-ins included. */
  readonly commands: number[]
  readonly logins: { authenticator: string; timestamp: number; version: number }[]
  /** Bodies of the DELIVER_RESPs. */
  readonly acknowledged: Buffer[]
  /** Answers a SUBMIT: in one piece, or in many. */
  take(submitted: Submitted, result?: number): void
  answerBytes(submitted: Submitted, result?: number): Buffer
  /** Ends when everything that the sender wrote before has been read: it answers a test of the line in order. */
  settled(): Promise<void>
  push(command: number, body: Buffer): void
  hangUp(): void
  until(condition: () => boolean): Promise<void>
  close(): Promise<void>
}

const ANSWER = 0x80000000
const [CONNECT, TERMINATE, SUBMIT, DELIVER, ACTIVE_TEST] = [1, 2, 4, 5, 8]

export const pdu = (command: number, sequence: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(12)
  head.writeUInt32BE(12 + body.length, 0)
  head.writeUInt32BE(command, 4)
  head.writeUInt32BE(sequence, 8)
  return Buffer.concat([head, body])
}

const text = (bytes: Buffer): string => bytes.toString('latin1').replace(/\0+$/, '')

function readSubmit(sequence: number, body: Buffer, socket: Socket): Submitted {
  const length = body.readUInt8(138)
  return {
    sequence,
    total: body.readUInt8(8),
    number: body.readUInt8(9),
    wantsReport: body.readUInt8(10),
    hasHeader: body.readUInt8(45),
    format: body.readUInt8(46),
    spId: text(body.subarray(47, 53)),
    source: text(body.subarray(95, 116)),
    phone: text(body.subarray(117, 138)),
    content: body.subarray(139, 139 + length),
    bytes: body.length - length,
    socket,
  }
}

/** Puts the parts of one long text together as a phone does: by the header of six bytes, whatever order they came in. */
export function joined(parts: readonly Submitted[]): string {
  const inOrder = parts.toSorted((a, b) => (a.content[5] ?? 0) - (b.content[5] ?? 0))
  return inOrder.map(({ content, hasHeader }) => fromUcs2(hasHeader ? content.subarray(6) : content)).join('')
}

const fromUcs2 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString('utf16le')

const md5 = (...parts: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest()

/** What a CONNECT is answered: whether the sender knows the secret, and the proof that the gateway does. */
function judgeSignIn(body: Buffer, secret: string, login: number | 'impostor'): { status: number; answer: Buffer } {
  const sent = body.subarray(6, 22)
  const stamp = String(body.readUInt32BE(23)).padStart(10, '0')
  const right = md5(body.subarray(0, 6), Buffer.alloc(9), Buffer.from(secret + stamp))
  const status = login === 'impostor' ? 0 : login !== 0 ? login : sent.equals(right) ? 0 : 3
  const proof = md5(Buffer.from([status]), sent, Buffer.from(login === 'impostor' ? 'guess' : secret))
  return { status, answer: Buffer.concat([Buffer.from([status]), proof, Buffer.from([0x20])]) }
}

/** Hands on each whole PDU, in whatever pieces the bytes come. */
function cutIntoPdus(take: (command: number, sequence: number, body: Buffer) => void): (piece: Buffer) => void {
  let left = Buffer.alloc(0)
  return (piece) => {
    left = Buffer.concat([left, piece])
    while (left.length >= 4 && left.length >= left.readUInt32BE(0)) {
      const whole = left.subarray(0, left.readUInt32BE(0))
      left = Buffer.from(left.subarray(whole.length))
      take(whole.readUInt32BE(4), whole.readUInt32BE(8), whole.subarray(12))
    }
  }
}

export async function openFakeGateway(secret: string, port = 0): Promise<FakeGateway> {
  const sockets = new Set<Socket>()
  const settling: (() => void)[] = []
  let nextSequence = 900_000
  const gateway: FakeGateway = {
    port: 0,
    behaviour: { login: 0, submit: (submitted, self) => self.take(submitted) },
    submits: [],
    commands: [],
    logins: [],
    acknowledged: [],
    take: (submitted, result) => void submitted.socket.write(gateway.answerBytes(submitted, result)),
    answerBytes: ({ sequence }, result = 0) => {
      const body = Buffer.alloc(9)
      body.writeUInt32BE(sequence, 4)
      body.writeUInt8(result, 8)
      return pdu(SUBMIT + ANSWER, sequence, body)
    },
    settled: () =>
      new Promise((resolve) => {
        settling.push(resolve)
        gateway.push(ACTIVE_TEST, Buffer.alloc(0))
      }),
    push: (command, body) => {
      for (const socket of sockets) socket.write(pdu(command, nextSequence++, body))
    },
    hangUp: () => {
      for (const socket of sockets) socket.destroy()
    },
    until: async (condition) => {
      for (let turn = 0; turn < 500 && !condition(); turn++) await sleep(10)
      if (!condition()) throw new Error('the gateway waited five seconds in vain')
    },
    close: async () => {
      gateway.hangUp()
      server.close()
      await once(server, 'close')
    },
  }

  const signIn = (socket: Socket, sequence: number, body: Buffer): void => {
    const [sent, timestamp] = [body.subarray(6, 22), body.readUInt32BE(23)]
    gateway.logins.push({ authenticator: sent.toString('hex'), version: body.readUInt8(22), timestamp })
    const { login } = gateway.behaviour
    if (login === 'silence') return
    const { status, answer } = judgeSignIn(body, secret, login)
    socket.write(pdu(CONNECT + ANSWER, sequence, answer))
    if (status !== 0) socket.end()
  }

  const take = (socket: Socket, command: number, sequence: number, body: Buffer): void => {
    gateway.commands.push(command)
    if (command === CONNECT) signIn(socket, sequence, body)
    else if (command === SUBMIT) {
      const submitted = readSubmit(sequence, body, socket)
      gateway.submits.push(submitted)
      gateway.behaviour.submit(submitted, gateway)
    } else if (command === ACTIVE_TEST) socket.write(pdu(ACTIVE_TEST + ANSWER, sequence, Buffer.from([0])))
    else if (command === TERMINATE) socket.end(pdu(TERMINATE + ANSWER, sequence, Buffer.alloc(0)))
    else if (command === DELIVER + ANSWER) gateway.acknowledged.push(Buffer.from(body))
    else if (command === ACTIVE_TEST + ANSWER) settling.shift()?.()
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on(
      'data',
      cutIntoPdus((command, sequence, body) => take(socket, command, sequence, body)),
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(gateway, { port: (server.address() as AddressInfo).port })
}
