import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'

/** A division that is no more, and where what was counted there counts now. */
interface DivisionMove {
  readonly from: RegionCode
  readonly to: RegionCode
}

/**
 * Divisions that had ended by a day through a merge or a split, each with its successor, link by link. Of a split the
 * first successor in the order of codes takes the past: nobody wrote down which of them a visit of then belongs to. A
 * code that lived on under another name has moved nowhere.
 */
export async function listMoves(tx: Tx, on: PlainDate): Promise<DivisionMove[]> {
  const { rows } = await tx.query<{ from_code: RegionCode; to_code: RegionCode }>(
    `select c.from_code, min(c.to_code) as to_code from network.division_changes c
       join network.divisions d on d.code = c.from_code and d.valid_to <= $1
      where c.kind in ('merge', 'split') and c.to_code <> '' and c.to_code <> c.from_code and c.valid_on <= $1
      group by c.from_code order by c.from_code`,
    [on],
  )
  return rows.map(({ from_code, to_code }) => ({ from: from_code, to: to_code }))
}
