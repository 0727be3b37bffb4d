import { addMonths } from '../../../../kernel/plain-date.ts'
import { bigintColumn, byteaColumn, smallintColumn, textColumn, uuidColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { LineReason } from '../../domain/run/run-line.ts'
import type { PlainDueRow } from './plain-kinds.ts'
import type { RunGround } from './run-ground.ts'

const WORDS: readonly LineReason[] = ['same', 'new', 'rate', 'regraded', 'moved']

/** A byte for each rate of the run before, at its number + 1: which of WORDS. What that run could not name by a number is taken to be as before. */
const reasonBytes = ({ reasons }: PlainDueRow): Buffer => Buffer.from([0, ...reasons.map((why) => WORDS.indexOf(why))])

/**
 * Dues of kinds against people and what they were paid last month, all within the database: a row of a million is never
 * brought out and sent back. `reasons` has a byte for each rate of the run before.
 */
const PLAIN_SQL = `
  insert into benefits.lines (bureau_code, run_id, unit_code, person_id, class_code, kind, month, amount_fen, paid_fen, why, rate_no)
  select $1, $2, $3, e.person_id, e.class_code, d.kind, $4, d.amount_fen, 0,
         case when l.person_id is null then 'new' else (array['${WORDS.join("','")}'])[1 + get_byte(d.reasons, l.rate_no + 1)] end, d.rate_no
    from benefits.entitlements e
    join unnest($9::text[], $10::int2[], $11::text[], $12::int2[], $13::text[], $14::text[], $15::int8[], $16::int8[], $17::bytea[])
         as d(class_code, grade, cause, service_years, place, kind, amount_fen, rate_no, reasons)
      on d.class_code = e.class_code and d.grade = coalesce(e.grade, 0) and d.cause = coalesce(e.cause, '')
         and d.service_years = e.service_years and d.place = e.place
    left join (select person_id, class_code, kind, rate_no from benefits.lines
                where bureau_code = $1 and run_id = $8 and person_id > $5 and person_id <= $6 and month = $18 and amount_fen > 0) l
      on l.person_id = e.person_id and l.class_code = e.class_code and l.kind = d.kind
   where e.bureau_code = $1 and e.person_id > $5 and e.person_id <= $6 and e.approved_at is not null and e.person_id <> all($7::uuid[])
   order by e.person_id`

/** Writes the lines of those people of a chunk of whom nothing decides but their kind; `odd` are left out. */
export async function writePlain(
  tx: Tx,
  { run, bureau, last }: RunGround,
  { after, last: to, odd, dues }: { after: string; last: string; odd: readonly string[]; dues: readonly PlainDueRow[] },
): Promise<void> {
  if (dues.length === 0) return
  await tx.query(PLAIN_SQL, [
    ...[bureau, run.id, run.unitCode, run.month, after, to, uuidColumn(odd), last?.id ?? null],
    textColumn(dues.map(({ classCode }) => classCode)),
    smallintColumn(dues.map(({ grade }) => grade ?? 0)),
    textColumn(dues.map(({ cause }) => cause ?? '')),
    smallintColumn(dues.map(({ serviceYears }) => serviceYears)),
    textColumn(dues.map(({ place }) => place)),
    textColumn(dues.map(({ kind }) => kind)),
    bigintColumn(dues.map(({ amountFen }) => amountFen)),
    bigintColumn(dues.map(({ rateNo }) => rateNo)),
    byteaColumn(dues.map(reasonBytes)),
    addMonths(run.month, -1),
  ])
}
