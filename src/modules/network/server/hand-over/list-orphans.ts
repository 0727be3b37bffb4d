import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { fileKeeper } from './ask-others.ts'

interface Ended {
  readonly unitCode: UnitCode
  readonly name: string
  readonly why: 'closed' | 'merged' | 'divisionEnded'
  readonly on: PlainDate
}

/** Units that are over, and divisions that have ended, whether a unit was ever entered there or not. */
const ENDED = `
  select u.unit_code as "unitCode", u.name, u.status as why, u.closed_on as "on"
    from network.service_units u where u.unit_code >= $1 and u.unit_code < $2 and u.status in ('merged', 'closed')
  union all
  select d.code, coalesce(u.name, d.name), 'divisionEnded', d.valid_to
    from network.divisions d left join network.service_units u on u.bureau_code = left(d.code, 6) and u.unit_code = d.code
   where d.code >= $1 and d.code < $2 and not d.is_pseudo and d.valid_to <= $3 and (u.status is null or u.status not in ('merged', 'closed'))
   order by 1`

/** Files that nobody serves: they lie where the unit is over or its division has ended. */
export async function listOrphans(tx: Tx, { place, on }: { place: RegionCode; on: PlainDate }) {
  const { lo, hi } = rangeOf(place)
  const { rows } = await tx.query<Ended>(ENDED, [lo, hi, on])
  const codes = rows.map(({ unitCode }) => unitCode)
  const files = await fileKeeper().countFiles(tx, codes)
  const running = await fileKeeper().findHandOvers(tx, codes)
  return rows
    .filter(({ unitCode }) => files.has(unitCode))
    .map((row) => ({ ...row, files: files.get(row.unitCode) ?? 0, isUnderWay: running.get(row.unitCode)?.status === 'running' }))
}
