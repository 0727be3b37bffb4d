import { connect as connectTcp, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { MessageNotSent } from '../message-sender.ts'
import { type Answers, awaitAnswers } from './answers.ts'
import { deliverAnswerBody, type Report, readDelivery } from './deliver.ts'
import { Command, encodeFrame, type Frame, frameReader } from './frame.ts'
import { type Credentials, connectBody, LOGIN_SENTENCES, refusalOf, timestampOf } from './login.ts'
import type { CmppTiming } from './timing.ts'

export interface ConnectParts {
  readonly host: string
  readonly port: number
  readonly credentials: Credentials
  readonly timing: CmppTiming
  /** This instant, ISO 8601. */
  readonly now: () => string
  /** What a gateway tells of an earlier text. */
  readonly onReport: (report: Report) => void
  /** Aborted, a line that is still being opened is given up. */
  readonly signal: AbortSignal
}

/** A line to a gateway that let us in. */
export interface Connection {
  /**
   * Asks and waits for the answer: undefined where none came in time, or the line broke meanwhile.
   * @throws MessageNotSent `not-sent` where the line was broken before.
   */
  ask(command: number, body: Buffer): Promise<Buffer | undefined>
  /** Ends with the line, whoever ended it. */
  readonly ended: Promise<void>
  /** Says goodbye (§7.4.2 CMPP_TERMINATE), waits for the answer a moment, and hangs up. */
  close(): Promise<void>
}

/** Opens a line and signs in. @throws MessageNotSent where the gateway cannot be reached (`not-sent`) or refuses (`refused`). */
export async function connect(parts: ConnectParts): Promise<Connection> {
  const { host, port, timing } = parts
  const socket = connectTcp({ host, port, noDelay: true })
  // The fault itself is what `close` follows; without a listener it would end the program.
  socket.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const answers = awaitAnswers(timing.answerWithinMs)
  socket.once('close', () => answers.abandon())
  const line: Line = { socket, answers, onReport: parts.onReport }
  const giveUp = (): void => void socket.destroy()
  parts.signal.addEventListener('abort', giveUp)
  try {
    await opened(socket, parts)
    listen(line)
    await signIn(line, parts)
  } catch (fault) {
    giveUp()
    throw fault
  } finally {
    parts.signal.removeEventListener('abort', giveUp)
  }
  keepAlive(line, timing)
  return {
    ask: (command, body) => ask(line, command, body),
    ended,
    async close() {
      if (!socket.destroyed) await Promise.race([ask(line, Command.terminate, Buffer.alloc(0)), sleep(timing.goodbyeMs)])
      socket.destroy()
      await ended
    },
  }
}

interface Line {
  readonly socket: Socket
  readonly answers: Answers
  readonly onReport: (report: Report) => void
}

function opened(socket: Socket, { host, port, timing }: ConnectParts): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      clearTimeout(timer)
      reject(
        new MessageNotSent('not-sent', {
          zh: `短信网关 ${host}:${port} 连不上。`,
          en: `The message gateway ${host}:${port} cannot be reached.`,
        }),
      )
    }
    const timer = setTimeout(() => socket.destroy(), timing.connectWithinMs)
    socket.once('close', fail)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.off('close', fail)
      resolve()
    })
  })
}

async function ask({ socket, answers }: Line, command: number, body: Buffer): Promise<Buffer | undefined> {
  if (!socket.writable)
    throw new MessageNotSent('not-sent', {
      zh: '与短信网关的连接刚断，短信没有发送。',
      en: 'The line to the gateway just broke: the text was not sent.',
    })
  return await answers.ask((sequence) => void socket.write(encodeFrame({ command, sequence, body })))
}

function listen(line: Line): void {
  const read = frameReader()
  line.socket.on('data', (piece: Buffer) => {
    try {
      for (const frame of read(piece)) take(line, frame)
    } catch {
      // Where one message began wrong, no later one can be found: hang up and begin anew.
      line.socket.destroy()
    }
  })
}

function take(line: Line, { command, sequence, body }: Frame): void {
  const reply = (answer: number, content: Buffer): void => void line.socket.write(encodeFrame({ command: answer, sequence, body: content }))
  switch (command) {
    case Command.connectAnswer:
    case Command.submitAnswer:
    case Command.activeTestAnswer:
    case Command.terminateAnswer:
      line.answers.answer(sequence, body)
      break
    case Command.activeTest:
      // §7.4.7.2: one byte, reserved.
      reply(Command.activeTestAnswer, Buffer.from([0]))
      break
    case Command.terminate:
      reply(Command.terminateAnswer, Buffer.alloc(0))
      line.socket.destroySoon()
      break
    case Command.deliver: {
      const delivery = readDelivery(body)
      if (!delivery) break
      reply(Command.deliverAnswer, deliverAnswerBody(delivery))
      if (delivery.report) line.onReport(delivery.report)
      break
    }
  }
}

async function signIn(line: Line, { host, port, credentials, now }: ConnectParts): Promise<void> {
  const timestamp = timestampOf(now())
  const answer = await ask(line, Command.connect, connectBody(credentials, timestamp))
  if (answer === undefined)
    throw new MessageNotSent('not-sent', {
      zh: `短信网关 ${host}:${port} 没有应答登录。`,
      en: `The message gateway ${host}:${port} did not answer the sign-in.`,
    })
  const refusal = refusalOf(answer, credentials, timestamp)
  if (refusal === undefined) return
  const { zh, en } = LOGIN_SENTENCES[refusal]
  throw new MessageNotSent('refused', {
    zh: `短信网关 ${host}:${port} 登录失败：${zh}`,
    en: `The message gateway ${host}:${port} did not let us in: ${en}`,
  })
}

/** §7.4.7: a quiet line is tested; one that stays silent is hung up, for it may have been dead for long. */
function keepAlive(line: Line, { testAfterMs, tests }: CmppTiming): void {
  const { socket } = line
  const test = async (): Promise<void> => {
    for (let turn = 0; turn < tests; turn++) {
      if (!socket.writable || (await ask(line, Command.activeTest, Buffer.alloc(0))) !== undefined) return
    }
    socket.destroy()
  }
  let quiet: NodeJS.Timeout
  const listenAgain = (): void => {
    clearTimeout(quiet)
    quiet = setTimeout(() => void test().finally(() => socket.destroyed || listenAgain()), testAfterMs)
  }
  socket.on('data', listenAgain)
  socket.once('close', () => clearTimeout(quiet))
  listenAgain()
}
