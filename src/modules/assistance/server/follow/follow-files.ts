import { bureauOf } from '../../../../kernel/region-code.ts'
import type { CountLoads } from '../../../network/index.ts'
import type { FileMove, StationContext, StationMove } from '../../../registry/index.ts'

/** Needs, agreements and claims of a person go with the file to another station of the bureau. */
export async function followMove({ tx, today }: Pick<StationContext, 'tx' | 'today'>, { personId, from }: FileMove): Promise<void> {
  await tx.query('select assistance.follow_file($1, $2, $3)', [personId, from, today])
}

/** The offers of help that a station took in go to the one that takes it over. */
export async function followStation({ tx, today }: StationContext, { id, from }: StationMove): Promise<number> {
  const { rows } = await tx.query<{ moved: number }>('select assistance.follow_station($1, $2, $3) as moved', [id, bureauOf(from), today])
  return rows[0]?.moved ?? 0
}

/** What of helping people is open at a unit. */
export const countAidLoads: CountLoads = async (tx, { unitCode, today }) => {
  const { rows } = await tx.query<{ needs: number; pairings: number; claims: number; helpers: number }>(
    `select (select count(*)::int from assistance.needs n where n.bureau_code = $1 and n.unit_code = $2 and n.closed_on is null) as needs,
            (select count(*)::int from assistance.pairings a where a.bureau_code = $1 and a.unit_code = $2 and a.ended_on is null) as pairings,
            (select count(*)::int from assistance.claims c where c.bureau_code = $1 and c.unit_code = $2
                and c.state in ('drafted', 'submitted', 'checked', 'approved', 'sent', 'owedBack')) as claims,
            (select count(*)::int from assistance.helpers h where h.bureau_code = $1 and h.unit_code = $2 and h.withdrawn_on is null
                and (h.until_on is null or h.until_on >= $3)) as helpers`,
    [bureauOf(unitCode), unitCode, today],
  )
  const { needs = 0, pairings = 0, claims = 0, helpers = 0 } = rows[0] ?? {}
  return [
    { code: 'needs', count: needs, goes: 'along' },
    { code: 'pairings', count: pairings, goes: 'along' },
    { code: 'claims', count: claims, goes: 'along' },
    { code: 'helpers', count: helpers, goes: 'along' },
  ]
}
