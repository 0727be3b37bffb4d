import type { UnitCode } from '../../../../kernel/region-code.ts'
import { bigintColumn, dateColumn, textColumn, uuidColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { firstDay } from '../../domain/entitlement/month.ts'
import { type Failure, type RunLine, type RunRate, rateText } from '../../domain/run/run-line.ts'

/** The rates of a run, each with a number: a line names the number, and what it means is frozen with the run. */
export interface RateBook {
  readonly rates: RunRate[]
  readonly numbers: Map<string, number>
  /** A rate that many lines share is looked up by itself. */
  readonly seen: Map<RunRate, number>
}
export const openBook = (): RateBook => ({ rates: [], numbers: new Map(), seen: new Map() })

export function numberOf(book: RateBook, rate: RunRate | null): number {
  if (rate === null) return -1
  const seen = book.seen.get(rate)
  if (seen !== undefined) return seen
  const text = rateText(rate)
  const number = book.numbers.get(text) ?? book.rates.push(rate) - 1
  book.numbers.set(text, number)
  book.seen.set(rate, number)
  return number
}

export interface Computed {
  readonly personIds: string[]
  readonly lines: RunLine[]
  readonly rateNos: number[]
  readonly failures: (Failure & { readonly personId: string })[]
}
export const nothingComputed = (): Computed => ({ personIds: [], lines: [], rateNos: [], failures: [] })

const days = new Map<number, string>()
function dayOf(month: number): string {
  const known = days.get(month) ?? firstDay(month)
  days.set(month, known)
  return known
}

/** Writes a page of lines as whole columns in the database's own binary form: COPY is not for who stands under row policies. */
export async function writeLines(
  tx: Tx,
  { bureau, unitCode, runId }: { bureau: string; unitCode: UnitCode; runId: string },
  page: Computed,
) {
  const { lines, personIds, rateNos, failures } = page
  const head = [bureau, runId, unitCode]
  await Promise.all([
    tx.query(
      `insert into benefits.lines (bureau_code, run_id, unit_code, person_id, class_code, kind, month, amount_fen, paid_fen, why, rate_no)
       select $1, $2, $3, * from unnest($4::uuid[], $5::text[], $6::text[], $7::date[], $8::int8[], $9::int8[], $10::text[], $11::int8[])`,
      [
        ...head,
        uuidColumn(personIds),
        textColumn(lines.map(({ classCode }) => classCode)),
        textColumn(lines.map(({ kind }) => kind)),
        dateColumn(lines.map(({ month }) => dayOf(month))),
        bigintColumn(lines.map(({ amountFen }) => amountFen)),
        bigintColumn(lines.map(({ paidFen }) => paidFen)),
        textColumn(lines.map(({ why }) => why)),
        bigintColumn(rateNos),
      ],
    ),
    failures.length > 0 &&
      tx.query(
        `insert into benefits.run_failures (bureau_code, run_id, unit_code, person_id, class_code, why)
         select $1, $2, $3, * from unnest($4::uuid[], $5::text[], $6::text[])`,
        [
          ...head,
          uuidColumn(failures.map(({ personId }) => personId)),
          textColumn(failures.map(({ classCode }) => classCode)),
          textColumn(failures.map(({ why }) => why)),
        ],
      ),
  ])
}
