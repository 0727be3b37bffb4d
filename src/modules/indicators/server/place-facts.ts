import type { Pool } from 'pg'
import { withOwner } from '../../../platform/database/scope.ts'

/**
 * Writes `place.exists` facts for the divisions: +1 on the first day of each (1949-10-01 where none is known), −1 on
 * the first day on which it is no more. Again and again gives the same: a
 * division that has such a fact, from here or from the demo, gets no second one. Their ids are a hash (version 8): at no time were they unknown. With the owner's pool, after the divisions are loaded. @returns how many are new
 */
export async function emitPlaces(ownerPool: Pool): Promise<number> {
  return await withOwner(ownerPool, async (tx) => {
    await tx.query(`set local app.scope_lo = '0'`)
    await tx.query(`set local app.scope_hi = ':'`)
    const { rowCount } = await tx.query(
      `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, dimensions)
       select left(d.code, 6), overlay(md5('place.exists ' || d.code || e.quantity) placing '8' from 13 for 1)::uuid, 'place.exists', d.code, e.on_day, e.quantity,
              jsonb_build_object('tier', d.tier)
         from network.divisions d
         cross join lateral (values (greatest(d.valid_from, date '1949-10-01'), 1), (d.valid_to, -1)) as e(on_day, quantity)
        where not d.is_pseudo and d.tier <> 'nation' and e.on_day < 'infinity'
          and not exists (select from spine.facts f where f.kind = 'place.exists' and f.unit_code = d.code and f.quantity = e.quantity)
       on conflict (bureau_code, id) do nothing`,
    )
    return rowCount ?? 0
  })
}
