import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { type DueReport, type Fund, type OpenReport, type PublishedReport, ReportBody } from '../../contract.ts'
import { dueReports } from '../../domain/due-reports.ts'

interface ReportRow {
  id: string
  fund_id: string
  kind: PublishedReport['kind']
  from_on: PlainDate
  to_on: PlainDate
  published_on: PlainDate
  body: unknown
}

/** What funds have published, the latest first. */
export async function listReports(tx: Tx, fundIds: readonly string[]): Promise<(OpenReport & { fundId: string })[]> {
  const { rows } = await tx.query<ReportRow>(
    'select id, fund_id, kind, from_on, to_on, published_on, body from assistance.reports where fund_id = any($1) order by to_on desc, kind limit 1000',
    [fundIds],
  )
  return rows.map((row) => ({
    ...ReportBody.parse(row.body),
    id: row.id,
    fundId: row.fund_id,
    kind: row.kind,
    from: row.from_on,
    to: row.to_on,
    publishedOn: row.published_on,
  }))
}

/** What a fund must publish and has not. */
export function owedReports(fund: Fund, published: readonly PublishedReport[], today: PlainDate): DueReport[] {
  if (fund.raisingFrom === null) return []
  return dueReports({ from: fund.raisingFrom, to: fund.raisingTo }, today)
    .filter((one) => !published.some(({ kind, from }) => kind === one.kind && from === one.from))
    .map((one) => ({ ...one, isLate: one.dueOn < today }))
}

interface SumRow {
  before: string
  received: string
  goods: string
  donations: number
  given_before: string
  given: string
}

/**
 * The day on which a gift counts: that on which it was received, and where the quarter of that day had been published before
 * the gift was confirmed, that of its confirmation: what was published stays, and the next report goes on from it. One that was
 * taken back counts as a gift, and as one the other way round on that day.
 */
const GIFTS = `
  select c.form, w.day, w.sign * c.amount_fen as fen, w.sign
    from (select d.*, case when exists (select from assistance.reports r
                 where r.bureau_code = d.bureau_code and r.fund_id = d.fund_id and r.kind = 'quarter'
                   and d.received_on between r.from_on and r.to_on and r.published_at < d.confirmed_at)
            then d.confirmed_on else d.received_on end as counted_on
            from assistance.donations d where d.bureau_code = $1 and d.fund_id = $2 and d.confirmed_by is not null) c
   cross join lateral (values (1, c.counted_on), (-1, greatest(c.taken_back_on, c.counted_on))) w (sign, day)
   where w.day is not null and (w.sign = 1 or c.taken_back_on is not null)`

const SUMS = `select
  coalesce(sum(d.fen) filter (where d.form = 'cash' and d.day < $3), 0)::text as before,
  coalesce(sum(d.fen) filter (where d.form = 'cash' and d.day between $3 and $4), 0)::text as received,
  coalesce(sum(d.fen) filter (where d.form = 'goods' and d.day between $3 and $4), 0)::text as goods,
  (coalesce(sum(d.sign) filter (where d.day between $3 and $4), 0))::int as donations,
  (select (coalesce(sum(g.amount_fen) filter (where g.paid_on < $3), 0) - coalesce(sum(g.amount_fen) filter (where g.state = 'takenBack' and g.undone_on < $3), 0))::text from assistance.grants g where g.bureau_code = $1 and g.fund_id = $2) as given_before,
  (select (coalesce(sum(g.amount_fen) filter (where g.paid_on between $3 and $4), 0)
     - coalesce(sum(g.amount_fen) filter (where g.state = 'takenBack' and g.undone_on between $3 and $4), 0))::text from assistance.grants g where g.bureau_code = $1 and g.fund_id = $2) as given
  from (${GIFTS}) d`

/** What a fund received and gave in a stretch: its parts add up to the fen, and no line names anybody. */
export async function makeReport(
  tx: Tx,
  { bureau, fundId, from, to }: { bureau: string; fundId: string; from: PlainDate; to: PlainDate },
): Promise<ReportBody> {
  const { rows } = await tx.query<SumRow>(SUMS, [bureau, fundId, from, to])
  const sums = rows[0]
  if (!sums) throw new Error('sums always have a row')
  const { rows: lines } = await tx.query<ReportBody['lines'][number]>(
    `select number, cause, amount_fen::text as "amountFen", paid_on as "paidOn", outcome from assistance.grants
      where bureau_code = $1 and fund_id = $2 and paid_on between $3 and $4 and state <> 'takenBack' order by number`,
    [bureau, fundId, from, to],
  )
  const before = BigInt(sums.before) - BigInt(sums.given_before)
  return {
    beforeFen: String(before),
    receivedFen: sums.received,
    givenFen: sums.given,
    afterFen: String(before + BigInt(sums.received) - BigInt(sums.given)),
    goodsFen: sums.goods,
    donations: sums.donations,
    lines,
  }
}
