import { addDays } from '../../../kernel/plain-date.ts'
import type { WritingContext } from '../../../platform/actions/context.ts'
import { findContactSubjects, findMobile } from '../../registry/index.ts'
import type { NoticeTopic } from '../contract.ts'
import type { Words } from '../domain/matters/matter-type.ts'
import { insertPlans } from './plans/plan-rows.ts'

/** What one person is told, under an id of its own: told once. */
export interface Told {
  readonly id: string
  readonly personId: string
  /** No more than may be read on a telephone that lies on a table. */
  readonly words: Words
}

const PAGE = 5_000
/** Of many at once each text waits its turn: what others are told meanwhile goes before. */
const APART = '300 milliseconds'
const AT_ONCE = 100
/** Within this many days the station calls or visits whom no text reaches. */
const CALL_DAYS = 3

const INSERT = `
  insert into casework.notices (bureau_code, id, unit_code, person_id, topic, words_zh, words_en, created_at, sms_due_at)
  select left(t.unit_code, 6), t.id, t.unit_code, t.person_id, $2, t.zh, t.en, $3,
         case when t.place >= ${AT_ONCE} then $3::timestamptz + t.place * interval '${APART}' end
    from jsonb_to_recordset($1::jsonb) as t(id uuid, unit_code text, person_id uuid, zh text, en text, place int)`

/**
 * Tells people something that is no step of a matter: on /me and by a text to the phone on file, in the transaction of what
 * happened. The dead and those whose file lies elsewhere are told nothing. With `isCalled` the station gets a plan to call
 * or visit whoever has no mobile phone on file.
 */
export async function tellPeople(
  context: WritingContext,
  topic: NoticeTopic,
  { told, isCalled }: { told: readonly Told[]; isCalled: boolean },
): Promise<void> {
  for (let from = 0; from < told.length; from += PAGE) {
    const page = told.slice(from, from + PAGE)
    const subjects = await findContactSubjects(
      context.tx,
      page.map(({ personId }) => personId),
    )
    const alive = page.flatMap((one, at) => {
      const subject = subjects.get(one.personId)
      return subject && !subject.deceasedOn ? [{ ...one, unitCode: subject.unitCode, place: from + at }] : []
    })
    const rows = alive.map(({ id, unitCode, personId, words: { zh, en }, place }) => ({
      id,
      unit_code: unitCode,
      person_id: personId,
      zh,
      en,
      place,
    }))
    await context.tx.query(INSERT, [JSON.stringify(rows), topic, context.now])
    if (isCalled) for (const one of alive) await planCall(context, topic, one)
  }
}

type Called = Pick<Told, 'personId'> & { readonly unitCode: Parameters<typeof insertPlans>[1][number]['unitCode'] }

async function planCall(context: WritingContext, topic: NoticeTopic, { personId, unitCode }: Called): Promise<void> {
  if ((await findMobile(context, personId)) !== undefined) return
  const dueOn = addDays(context.today, CALL_DAYS)
  await insertPlans(context, [{ personId, unitCode, reason: 'other', ruleCode: `tell-${topic}`, dueOn }])
}
