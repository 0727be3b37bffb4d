import type { VisitId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findPersonUnits } from '../../../registry/index.ts'
import type * as contract from '../../contract.ts'
import { listEarlierVisits as ListEarlierVisits } from '../../contract.ts'
import { openNote } from './visit-rows.ts'

interface EarlierRow {
  visit_id: VisitId
  made_by_unit: UnitCode
  done_on: PlainDate
  reason: contract.VisitReason
  way: contract.VisitWay
  deliveries: contract.Delivery[]
  goods: string | null
  goods_value_fen: bigint
  note: Buffer | null
}

const MOST = 200

export const listEarlierVisits = view(ListEarlierVisits, {
  grant: 'visit.read',
  where: async ({ personId }, { tx }) => (await findPersonUnits(tx, [personId])).get(personId),
  async run({ tx, secrets, actor }, { personId }) {
    const home = (await findPersonUnits(tx, [personId])).get(personId)
    if (home === undefined) return undefined
    // What the reader sees in the books themselves, from above both stations or after the file came back, stands there.
    const { rows } = await tx.query<EarlierRow>(
      `select e.visit_id, e.made_by_unit, e.done_on, e.reason, e.way, e.deliveries, e.goods, e.goods_value_fen, e.note
         from casework.earlier_visits e
        where e.bureau_code = left($1, 6) and e.person_id = $2
          and not exists (select from casework.visits v where v.bureau_code = left(e.kept_by_unit, 6) and v.id = e.visit_id)
        order by e.done_on desc, e.visit_id desc limit $3`,
      [home, personId, MOST],
    )
    const mayRead = actor.grants.has('visit.write')
    return {
      rows: rows.map((row) => ({
        id: row.visit_id,
        madeByUnit: row.made_by_unit,
        doneOn: row.done_on,
        reason: row.reason,
        way: row.way,
        deliveries: row.deliveries,
        goods: row.goods,
        goodsValueFen: String(row.goods_value_fen),
        note: mayRead ? openNote(secrets, row.visit_id, row.note) : null,
      })),
    }
  },
})
