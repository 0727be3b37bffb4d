import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { StockLine } from '../../contract.ts'

const STOCK = `select d.id as "donationId", d.receipt_number as "receiptNumber", g.name as "goodName", sum(g.count)::int as count, d.earmark,
    (sum(g.count) - coalesce((select sum(o.count) from assistance.goods_given o
       where o.bureau_code = d.bureau_code and o.donation_id = d.id and o.good_name = g.name), 0))::int as left
  from assistance.donations d cross join lateral jsonb_to_recordset(d.goods) as g(name text, count int)
 where d.bureau_code = $1 and d.form = 'goods' and d.confirmed_by is not null and d.taken_back_on is null`
const BY_GOOD = 'group by d.bureau_code, d.id, g.name order by d.number, g.name'

/** What came in kind to a fund and was confirmed, gift by gift and good by good, with what is left of it. */
export async function stockOfFund(tx: Tx, bureau: BureauCode, fundId: string): Promise<StockLine[]> {
  const { rows } = await tx.query<StockLine>(`${STOCK} and d.fund_id = $2 ${BY_GOOD}`, [bureau, fundId])
  return rows
}

/** The same of one gift; nothing while it is not confirmed. */
export async function stockOfGift(tx: Tx, bureau: BureauCode, donationId: string): Promise<StockLine[]> {
  const { rows } = await tx.query<StockLine>(`${STOCK} and d.id = $2 ${BY_GOOD}`, [bureau, donationId])
  return rows
}

export interface GivenRow {
  id: string
  goodName: string
  count: number
  matterId: string
  givenOn: PlainDate
}

/** Who got what out of a fund, the latest first; at most 200. */
export async function givenOfFund(tx: Tx, bureau: BureauCode, fundId: string): Promise<GivenRow[]> {
  const { rows } = await tx.query<GivenRow>(
    `select o.id, o.good_name as "goodName", o.count, o.matter_id as "matterId", o.given_on as "givenOn" from assistance.goods_given o
       join assistance.donations d on d.bureau_code = o.bureau_code and d.id = o.donation_id
      where o.bureau_code = $1 and d.fund_id = $2 order by o.given_at desc, o.id limit 200`,
    [bureau, fundId],
  )
  return rows
}
