import type { Tx } from '../../../../../platform/database/tx.ts'

/** Why the text of a notice was not sent. */
export type NotSent = 'not-sent' | 'refused' | 'unknown' | 'late'

/** A notice whose text is due. */
export interface DueNotice {
  readonly bureau_code: string
  readonly id: string
}

export interface ClaimedNotice {
  readonly person_id: string
  readonly words_zh: string
  /** Null of what belongs to no matter. */
  readonly type_code: string | null
  /** Offered before, in vain. */
  readonly sms_tries: number
}

const AT_ONCE = 100
/** Longer than the sender ever waits for a gateway. */
const LEASE = '10 minutes'
/** What has waited so long has been overtaken by the next notice, or by the visit that the station made. */
const NEWS_FOR = '3 days'

/** Ends what nobody will send: whoever was sending was killed, or there was no way out for days. */
export async function endOverdue(tx: Tx, now: string): Promise<void> {
  await tx.query(
    `update casework.notices set sms_state = 'failed', sms_failure = case sms_state when 'sending' then 'unknown' else 'late' end
      where sms_state in ('waiting', 'sending') and coalesce(sms_due_at, created_at) <= $1
        and (sms_state = 'sending' or created_at <= $1::timestamptz - interval '${NEWS_FOR}')`,
    [now],
  )
}

export async function listDue(tx: Tx, now: string): Promise<readonly DueNotice[]> {
  const { rows } = await tx.query<DueNotice>(
    `select bureau_code, id from casework.notices
      where sms_state = 'waiting' and coalesce(sms_due_at, created_at) <= $1
      order by coalesce(sms_due_at, created_at) limit ${AT_ONCE}`,
    [now],
  )
  return rows
}

/** Takes a notice for sending; undefined where somebody else has taken it. */
export async function claim(tx: Tx, { bureau_code, id }: DueNotice, now: string): Promise<ClaimedNotice | undefined> {
  const { rows } = await tx.query<ClaimedNotice>(
    `update casework.notices set sms_state = 'sending', sms_due_at = $3::timestamptz + interval '${LEASE}'
      where bureau_code = $1 and id = $2 and sms_state = 'waiting'
      returning person_id, words_zh, sms_tries,
        (select m.type_code from casework.matters m where m.bureau_code = notices.bureau_code and m.id = notices.matter_id) as type_code`,
    [bureau_code, id, now],
  )
  return rows[0]
}

/** Says what became of a notice that we claimed. */
export async function mark(tx: Tx, { bureau_code, id }: DueNotice, became: 'sent' | 'none' | NotSent): Promise<void> {
  const isState = became === 'sent' || became === 'none'
  await tx.query(
    `update casework.notices set sms_state = $3, sms_failure = $4, sms_due_at = null
      where bureau_code = $1 and id = $2 and sms_state = 'sending'`,
    [bureau_code, id, isState ? became : 'failed', isState ? null : became],
  )
}

/** Gives a claimed notice back: it did not leave, and is due again in so many minutes. */
export async function postpone(tx: Tx, { bureau_code, id }: DueNotice, to: { now: string; minutes: number }): Promise<void> {
  await tx.query(
    `update casework.notices set sms_state = 'waiting', sms_tries = sms_tries + 1, sms_due_at = $3::timestamptz + make_interval(mins => $4)
      where bureau_code = $1 and id = $2 and sms_state = 'sending'`,
    [bureau_code, id, to.now, to.minutes],
  )
}
