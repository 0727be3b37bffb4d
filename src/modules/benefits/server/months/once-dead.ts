import { uuidColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { ClosedFile } from '../../../registry/index.ts'
import type { RunRow } from './run-rows.ts'

/** People whom an earlier run found dead by their file. Those who are not now were no more dead then: their months are looked at again. */
export async function listOnceDead(tx: Tx, bureau: string): Promise<string[]> {
  const { rows } = await tx.query<{ person_id: string }>('select person_id from benefits.once_dead where bureau_code = $1', [bureau])
  return rows.map(({ person_id: id }) => id)
}

/** A run, and the files of its county that are closed, by person. */
interface Closing {
  readonly run: Pick<RunRow, 'id' | 'unitCode'>
  readonly bureau: string
  readonly closed: ReadonlyMap<string, Pick<ClosedFile, 'personId' | 'status'>>
}

/** Remembers who of those that are paid is dead by their file. */
export async function keepOnceDead(tx: Tx, { run, bureau, closed }: Closing): Promise<void> {
  const dead = [...closed.values()].filter(({ status }) => status === 'deceased').map(({ personId }) => personId)
  if (dead.length === 0) return
  await tx.query(
    `insert into benefits.once_dead (bureau_code, person_id, unit_code, run_id)
     select distinct e.bureau_code, e.person_id, $3, $4::uuid from benefits.entitlements e
      where e.bureau_code = $1 and e.person_id = any($2::uuid[]) and e.approved_at is not null
     on conflict (bureau_code, person_id) do nothing`,
    [bureau, uuidColumn(dead), run.unitCode, run.id],
  )
}
