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

const SUMS = `select
  coalesce(sum(d.amount_fen) filter (where d.form = 'cash' and d.received_on < $3), 0)::text as before,
  coalesce(sum(d.amount_fen) filter (where d.form = 'cash' and d.received_on between $3 and $4), 0)::text as received,
  coalesce(sum(d.amount_fen) filter (where d.form = 'goods' and d.received_on between $3 and $4), 0)::text as goods,
  (count(*) filter (where d.received_on between $3 and $4))::int as donations,
  (select (coalesce(sum(g.amount_fen) filter (where g.paid_on < $3), 0) - coalesce(sum(g.amount_fen) filter (where g.state = 'takenBack' and g.undone_on < $3), 0))::text from assistance.grants g where g.bureau_code = $1 and g.fund_id = $2) as given_before,
  (select (coalesce(sum(g.amount_fen) filter (where g.paid_on between $3 and $4), 0)
     - coalesce(sum(g.amount_fen) filter (where g.state = 'takenBack' and g.undone_on between $3 and $4), 0))::text from assistance.grants g where g.bureau_code = $1 and g.fund_id = $2) as given
  from assistance.donations d where d.bureau_code = $1 and d.fund_id = $2 and d.confirmed_by is not null`

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
