import { afterEach, beforeEach } from 'vitest'
import { cmppSender } from '../src/platform/messages/cmpp/cmpp-sender.ts'
import type { CmppGateway } from '../src/platform/messages/cmpp/gateway-address.ts'
import { type CmppTiming, TIMING } from '../src/platform/messages/cmpp/timing.ts'
import { type Message, MessageNotSent, type MessageSender } from '../src/platform/messages/message-sender.ts'
import { type FakeGateway, openFakeGateway } from './cmpp-gateway.ts'

export const SECRET = 'only-we-two'
export const SHORT = '【归队】您的优待证已制好。'
// Quick only where a test waits for the end of it: an answer that is due may take its time on a busy machine.
const QUICK: CmppTiming = { ...TIMING, firstPauseMs: 5, longestPauseMs: 20, tooFastPauseMs: 5 }

interface Room {
  /** A test that has closed it may open another one in its place. */
  gateway: FakeGateway
  /** What the senders have logged. */
  readonly lines: string[]
  sender(other?: Partial<CmppGateway>, timing?: Partial<CmppTiming>): MessageSender
}

/** A gateway of its own for each test of the file, and senders to it, which are closed when the test has ended. */
export function cmppRoom(): Room {
  const held: { gateway?: FakeGateway; lines: string[]; open: MessageSender[] } = { lines: [], open: [] }
  const gateway = (): FakeGateway => {
    if (!held.gateway) throw new Error('the gateway is open while a test runs')
    return held.gateway
  }
  beforeEach(async () => {
    held.gateway = await openFakeGateway(SECRET)
    held.lines = []
  })
  afterEach(async () => {
    for (const sender of held.open.splice(0)) await sender.close()
    await gateway().close()
  })
  return {
    get gateway() {
      return gateway()
    },
    set gateway(opened) {
      held.gateway = opened
    },
    get lines() {
      return held.lines
    },
    sender(other = {}, timing = {}) {
      const address = { host: '127.0.0.1', port: gateway().port, spId: '901234', secret: SECRET, code: '10690001' }
      const at: CmppGateway = { ...address, service: '', rate: 900, window: 16, ...other }
      const { lines } = held
      const one = cmppSender(at, { log: (line) => lines.push(line), now: () => '2026-06-10T02:00:00Z', timing: { ...QUICK, ...timing } })
      held.open.push(one)
      return one
    },
  }
}

export const message = (id: string, text = SHORT): Message => ({ id, phone: '13800138000', text })

export const fateOf = (sending: Promise<void>): Promise<unknown> =>
  sending.then(
    () => 'sent',
    (fault: unknown) => (fault instanceof MessageNotSent ? fault.fate : fault),
  )
