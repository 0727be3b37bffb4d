import { setTimeout as sleep } from 'node:timers/promises'
import { parsePhone } from '../../../kernel/phone.ts'
import { type Message, MessageNotSent, type MessageSender } from '../message-sender.ts'
import { Command } from './frame.ts'
import type { CmppGateway } from './gateway-address.ts'
import { keepConnected, type Link } from './keep-connected.ts'
import { onceEach } from './once-each.ts'
import { openPace } from './pace.ts'
import { readReports } from './reports.ts'
import { splitText, type TextPart } from './split-text.ts'
import { readSubmitAnswer, sentenceOf, submitBody, TOO_FAST } from './submit.ts'
import { type CmppTiming, TIMING } from './timing.ts'
import { openWindow, type Window } from './window.ts'

interface CmppParts {
  readonly log: (line: string) => void
  readonly now: () => string
  readonly timing?: CmppTiming
}

interface Way {
  readonly gateway: CmppGateway
  readonly timing: CmppTiming
  readonly link: Link
  readonly window: Window
  readonly pace: () => Promise<void>
  /** Which message a gateway's name stands for, for the reports. */
  readonly onTaken: (messageId: string, id: string) => void
}

/** Sends texts by CMPP 2.0. Connects at once; while it cannot, texts wait a moment and are then not sent, and nothing is lost. */
export function cmppSender(gateway: CmppGateway, { log, now, timing = TIMING }: CmppParts): MessageSender {
  const reports = readReports(log)
  const { host, port, spId, secret } = gateway
  const link = keepConnected({ host, port, credentials: { spId, secret }, timing, now, log, onReport: reports.onReport })
  const way: Way = { gateway, timing, link, window: openWindow(gateway.window), pace: openPace(gateway.rate), onTaken: reports.onTaken }
  const once = onceEach()
  let reference = 0
  return {
    isConsole: false,
    send: (message) =>
      once(message.id, async () => {
        assertMobile(message.phone)
        reference = (reference + 1) & 0xff
        await sendParts(way, message, splitText(message.text, reference))
      }),
    close: () => link.close(),
  }
}

function assertMobile(phone: string): void {
  const read = parsePhone(phone)
  if (read.ok && read.value.kind === 'mobile' && read.value.value === phone && !phone.startsWith('100')) return
  throw new MessageNotSent('refused', { zh: '这不是手机号码，短信没有发送。', en: 'That is no mobile number: the text was not sent.' })
}

/** One after the other: where the first part is not taken, no other one reaches the phone and puzzles whoever reads it. */
async function sendParts(way: Way, { id, phone }: Message, parts: readonly TextPart[]): Promise<void> {
  for (const part of parts) {
    try {
      await offer(way, id, submitBody(way.gateway, phone, part))
    } catch (fault) {
      // A part of it is on its way: to begin again would send that part twice.
      if (part.number > 1 && fault instanceof MessageNotSent) throw new MessageNotSent('unknown', fault, fault)
      throw fault
    }
  }
}

/** Offers one part until it is answered with something else than 流量控制错. */
async function offer(way: Way, id: string, body: Buffer): Promise<void> {
  const { tooFastTries, tooFastPauseMs } = way.timing
  for (let turn = 1; ; turn++) {
    const result = await submit(way, id, body)
    if (result === 0) return
    const { fate, words } = sentenceOf(result)
    if (result !== TOO_FAST || turn >= tooFastTries) throw new MessageNotSent(fate, words)
    await sleep(tooFastPauseMs)
  }
}

function submit({ link, window, pace, onTaken }: Way, id: string, body: Buffer): Promise<number> {
  return window.through(async () => {
    await pace()
    const connection = await link.get()
    const answered = await connection.ask(Command.submit, body)
    const answer = answered && readSubmitAnswer(answered)
    if (!answer)
      throw new MessageNotSent('unknown', {
        zh: '短信交出去了，但网关没有应答：收没收到不清楚，不会自动重发。',
        en: 'The text was handed over and the gateway did not answer: whether it was taken is unknown, and it is not sent again.',
      })
    if (answer.result === 0) onTaken(answer.messageId, id)
    return answer.result
  })
}
