import { bureauOf } from '../../../../kernel/region-code.ts'
import type { CountLoads } from '../../../network/index.ts'

/** The files at a unit, and what somebody still waits for about them: requests, and a hand-over that is coming in. */
export const countFileLoads: CountLoads = async (tx, { unitCode }) => {
  const { rows } = await tx.query<{ files: number; archived: number; transfers: number }>(
    `select count(*) filter (where p.status <> 'archived')::int as files, count(*) filter (where p.status = 'archived')::int as archived,
            (select count(*) from registry.transfer_requests t where t.bureau_code = $1 and t.unit_code = $2 and t.status = 'open')::int
            + (select count(*) from registry.hand_overs h where h.bureau_code = $1 and h.to_unit = $2 and h.status = 'running')::int as transfers
       from registry.people p where p.bureau_code = $1 and p.unit_code = $2 and p.status in ('active', 'deceased', 'archived')`,
    [bureauOf(unitCode), unitCode],
  )
  const { files = 0, archived = 0, transfers = 0 } = rows[0] ?? {}
  return [
    { code: 'files', count: files, goes: 'along' },
    { code: 'archived', count: archived, goes: 'along' },
    { code: 'transfers', count: transfers, goes: 'first' },
  ]
}
