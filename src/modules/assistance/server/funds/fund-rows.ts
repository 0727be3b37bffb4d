import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type CodeRange, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Fund, FundKind, FundSums } from '../../contract.ts'

interface FundRow {
  id: string
  unit_code: UnitCode
  serial: number
  kind: FundKind
  name: string
  purpose: string
  permit: string | null
  raising_from_on: PlainDate | null
  raising_to_on: PlainDate | null
  waiting: string
  received: string
  free: string
  goods: string
  held: string
  given: string
}

/** Sums are always worked out from gifts and grants: none is stored. */
const COLUMNS = `f.id, f.unit_code, f.serial, f.kind, f.name, f.purpose, f.permit, f.raising_from_on, f.raising_to_on,
  d.waiting::text, d.received::text, d.free::text, d.goods::text, g.held::text, g.given::text`

const TABLES = `assistance.funds f
  cross join lateral (select
      coalesce(sum(d.amount_fen) filter (where d.confirmed_by is null and d.taken_back_on is null), 0) as waiting,
      coalesce(sum(d.amount_fen) filter (where d.form = 'cash' and d.confirmed_by is not null and d.taken_back_on is null), 0) as received,
      coalesce(sum(d.left_fen) filter (where d.form = 'cash' and d.confirmed_by is not null), 0) as free,
      coalesce(sum(d.amount_fen) filter (where d.form = 'goods' and d.confirmed_by is not null and d.taken_back_on is null), 0) as goods
    from assistance.donations d where d.bureau_code = f.bureau_code and d.fund_id = f.id) d
  cross join lateral (select
      coalesce(sum(g.amount_fen) filter (where g.state in ('approved', 'sent')), 0) as held,
      coalesce(sum(g.amount_fen) filter (where g.state in ('paid', 'followedUp')), 0) as given
    from assistance.grants g where g.bureau_code = f.bureau_code and g.fund_id = f.id) g`

const sumsOf = ({ waiting, received, held, given, free, goods }: FundRow): FundSums => ({
  receivedFen: received,
  waitingFen: waiting,
  heldFen: held,
  givenFen: given,
  freeFen: free,
  goodsFen: goods,
})

/** A fund with the serial that stands in the numbers of its receipts. */
export type KnownFund = Fund & { readonly serial: number }

const fundOf = (row: FundRow): KnownFund => ({
  id: row.id,
  unitCode: row.unit_code,
  serial: row.serial,
  kind: row.kind,
  name: row.name,
  purpose: row.purpose,
  permit: row.permit,
  raisingFrom: row.raising_from_on,
  raisingTo: row.raising_to_on,
  sums: sumsOf(row),
})

/** A fund in the transaction's range. */
export async function findFund(tx: Tx, fundId: string): Promise<KnownFund | undefined> {
  const { rows } = await tx.query<FundRow>(`select ${COLUMNS} from ${TABLES} where f.id = $1`, [fundId])
  return rows[0] && fundOf(rows[0])
}

/** Funds of a range, by bureau and in the order in which they were opened. */
export async function findFunds(tx: Tx, { lo, hi }: CodeRange): Promise<KnownFund[]> {
  const { rows } = await tx.query<FundRow>(
    `select ${COLUMNS} from ${TABLES} where f.unit_code >= $1 and f.unit_code < $2 order by f.bureau_code, f.serial limit 200`,
    [lo, hi],
  )
  return rows.map(fundOf)
}

/** Whoever changes what is in a fund waits here for whoever is doing so: gifts are numbered and drawn on one after the other. */
export async function lockFund(tx: Tx, { fundId, unitCode }: { fundId: string; unitCode: UnitCode }): Promise<void> {
  await tx.query('select from assistance.funds where bureau_code = $1 and id = $2 for no key update', [bureauOf(unitCode), fundId])
}
