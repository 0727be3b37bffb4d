import type { Pool } from 'pg'
import type { Clock } from '../../../../../platform/clock/clock.ts'
import { withScope } from '../../../../../platform/database/scope.ts'
import type { Tx } from '../../../../../platform/database/tx.ts'
import { MessageNotSent, type MessageSender } from '../../../../../platform/messages/index.ts'
import type { Secrets } from '../../../../../platform/secrets/secrets.ts'
import { findMobile } from '../../../../registry/index.ts'
import { isQuiet } from '../../../domain/matters/quiet-hours.ts'
import { matterTypes } from '../load-types.ts'
import { type ClaimedNotice, claim, type DueNotice, endOverdue, listDue, mark, postpone } from './notices-to-send.ts'

const EVERY_MS = 15_000
const WHOLE = { lo: '0', hi: ':' }
/** 1, 4, 16, 64 and 256 minutes after a try that did not leave the house; then the station is told. */
const TRIES = 6
const minutesAfter = (tries: number): number => 4 ** tries

export interface Sending {
  readonly pool: Pool
  readonly clock: Clock
  readonly secrets: Secrets
  readonly messages: MessageSender
}

const WHERE_TO_LOOK = '详情请登录“归队”查看，或问您的服务站。'

/**
 * What is sent: the notice as it stands, which names a kind of matter and a day, and nobody. Of a kind whose answers are sealed
 * not even the kind: that somebody petitions, asks a lawyer or calls the line is read by whoever picks the telephone up.
 */
const textOf = ({ words_zh, type_code }: ClaimedNotice): string =>
  type_code !== null && isSealedKind(type_code) ? `【归队】您有一件事有了新的进展。${WHERE_TO_LOOK}` : `【归队】${words_zh}${WHERE_TO_LOOK}`

/** In any of its versions. */
const isSealedKind = (code: string): boolean => matterTypes.some((type) => type.code === code && type.readers !== undefined)

/**
 * Sends the texts of waiting notices to the phones on file, and returns how many were taken. Not at night.
 *
 * A text is sent at most once. It is claimed in a transaction of its own before it leaves, and marked after; killed in
 * between, nobody knows, and it counts as failed and is not sent again: the same words stand on /me and at the station, where
 * somebody can call, while an office whose texts come twice is taken for a swindler. Several processes may.
 */
export async function sendNotices(ground: Sending, stopping?: AbortSignal): Promise<number> {
  const { pool, clock } = ground
  if (isQuiet(clock.now())) return 0
  const due = await withScope(pool, WHOLE, 'write', async (tx) => {
    await endOverdue(tx, clock.now())
    return await listDue(tx, clock.now())
  })
  let sent = 0
  for (const notice of due) {
    if (stopping?.aborted) break
    const became = await sendOne(ground, notice)
    if (became === 'sent') sent += 1
    // The way out is broken: to offer it the others would only use up their tries, or leave them without an answer too.
    if (became === 'not-sent' || became === 'unknown') break
  }
  return sent
}

async function sendOne(ground: Sending, notice: DueNotice): Promise<'sent' | 'none' | 'taken-by-another' | MessageNotSent['fate']> {
  const { pool, clock, messages } = ground
  const claimed = await withScope(pool, WHOLE, 'write', (tx) => claimWithPhone(ground, tx, notice))
  if (!claimed) return 'taken-by-another'
  if (claimed.phone === undefined) return 'none'
  const became = await messages.send({ id: notice.id, phone: claimed.phone, text: textOf(claimed) }).then(() => 'sent' as const, fateOf)
  await withScope(pool, WHOLE, 'write', (tx) =>
    became === 'not-sent' && claimed.sms_tries + 1 < TRIES
      ? postpone(tx, notice, { now: clock.now(), minutes: minutesAfter(claimed.sms_tries) })
      : mark(tx, notice, became),
  )
  return became
}

/** The number is decrypted here, held until the text has left, and written nowhere. */
async function claimWithPhone(
  { clock, secrets }: Sending,
  tx: Tx,
  notice: DueNotice,
): Promise<(ClaimedNotice & { phone: string | undefined }) | undefined> {
  const claimed = await claim(tx, notice, clock.now())
  if (!claimed) return undefined
  const phone = await findMobile({ tx, secrets }, claimed.person_id)
  if (phone === undefined) await mark(tx, notice, 'none')
  return { ...claimed, phone }
}

/** A fault of ours leaves the notice claimed: it ends as unknown, and the next round goes on with the others. */
function fateOf(fault: unknown): MessageNotSent['fate'] {
  if (fault instanceof MessageNotSent) return fault.fate
  throw fault
}

/** Looks at once and every quarter of a minute. What goes wrong is said and tried again; `stop` ends after the text under way. */
export function startSending(ground: Sending & { log: (line: string) => void }): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let round: Promise<void> | undefined
  const look = (): void => {
    round ??= sendNotices(ground, stopping.signal)
      .then(() => undefined)
      .catch((fault: unknown) => ground.log(`matters: texts could not be sent: ${String(fault)}`))
      .finally(() => {
        round = undefined
      })
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await round
    },
  }
}
