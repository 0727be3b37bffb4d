import type { PlainDate } from '../../../../../kernel/plain-date.ts'
import type { Tx } from '../../../../../platform/database/tx.ts'
import type { Matter } from '../../../contract.ts'
import type { MatterRow } from '../matter-rows.ts'
import type { NotSent } from './notices-to-send.ts'

type Notice = Matter['notices'][number]

interface NoticeRow {
  step: number
  words_zh: string
  words_en: string
  due_on: PlainDate | null
  told_on: PlainDate
  created_at: string
  read_at: string | null
  sms_state: Notice['sms']
  sms_failure: NotSent | null
}

/** What the applicant of a matter was told, newest first, and what became of the text to the phone. */
export async function listNotices(tx: Tx, { id, unit_code }: MatterRow): Promise<Notice[]> {
  const { rows } = await tx.query<NoticeRow>(
    `select step, words_zh, words_en, due_on, (created_at at time zone 'Asia/Shanghai')::date as told_on, created_at, read_at, sms_state, sms_failure
       from casework.notices where bureau_code = left($2, 6) and matter_id = $1 order by step desc`,
    [id, unit_code],
  )
  return rows.map((row) => ({
    step: row.step,
    words: { zh: row.words_zh, en: row.words_en },
    dueOn: row.due_on,
    on: row.told_on,
    at: row.created_at,
    readAt: row.read_at,
    sms: row.sms_state,
    smsFailure: row.sms_failure,
  }))
}
