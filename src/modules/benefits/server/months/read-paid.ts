import { uuidColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { monthIndex } from '../../domain/entitlement/month.ts'
import type { Paid } from '../../domain/run/month-lines.ts'
import type { RunRate } from '../../domain/run/run-line.ts'
import { byPerson } from './read-people.ts'
import type { RunRow } from './run-rows.ts'

/** What the run before this one paid some people for its own month, by person. */
export async function readLast(
  tx: Tx,
  { bureau, run, rates, ids }: { bureau: string; run: RunRow; rates: readonly RunRate[]; ids: readonly string[] },
): Promise<Map<string, Paid[]>> {
  const { rows } = await tx.query<{ page: string | null }>(
    `select string_agg(concat(person_id, '|', class_code, '|', kind, '|', amount_fen, '|', rate_no), E'\\n') as page
       from benefits.lines where bureau_code = $1 and run_id = $2 and person_id = any($3::uuid[]) and month = $4 and amount_fen > 0`,
    [bureau, run.id, uuidColumn(ids), run.month],
  )
  const month = monthIndex(run.month)
  const paid = new Map<string, Paid[]>()
  for (const line of (rows[0]?.page ?? '').split('\n')) {
    const [personId = '', classCode = '', kind, amount, rateNo] = line.split('|')
    if (personId === '') continue
    const one: Paid = { classCode, kind: kind as Paid['kind'], month, amountFen: BigInt(amount ?? 0), rate: rates[Number(rateNo)] ?? null }
    const before = paid.get(personId)
    if (before) before.push(one)
    else paid.set(personId, [one])
  }
  return paid
}

/** Everything that approved runs paid to some people, month by month. */
export async function readPaid(tx: Tx, bureau: string, personIds: readonly string[]): Promise<Map<string, Paid[]>> {
  const { rows } = await tx.query<{ personId: string; classCode: string; kind: Paid['kind']; month: string; amountFen: bigint }>(
    `select person_id as "personId", class_code as "classCode", kind, month, sum(amount_fen)::bigint as "amountFen"
       from benefits.lines
      where bureau_code = $1 and person_id = any($2::uuid[])
        and run_id = any(array(select r.id from benefits.runs r where r.bureau_code = $1 and r.state = 'approved'))
      group by 1, 2, 3, 4`,
    [bureau, personIds],
  )
  return byPerson(rows.map((row) => ({ ...row, month: monthIndex(row.month), rate: null })))
}
