import { bureauOf } from '../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'
import type { FileMerge, FileMove, StationContext, StationMove } from '../../../registry/index.ts'
import { findSeatPlaces } from '../matters/seats.ts'

type Following = Pick<WritingContext, 'tx' | 'today'>

/** What is due for a person goes with the file to its new station, with the matters, and the history of visits can be read there. */
export async function followMove({ tx, today }: Following, { personId, from, to }: FileMove): Promise<void> {
  await tx.query('select casework.follow_file($1, $2, $3)', [personId, from, today])
  await tx.query('select casework.follow_matters($1, $2, $3, $4, $5)', [
    personId,
    from,
    to,
    JSON.stringify(await findSeatPlaces(tx, to)),
    today,
  ])
}

/** Matters that name no file go to whoever takes their station over. */
export async function followStation({ tx, today }: StationContext, { id, from, to }: StationMove): Promise<number> {
  const places = JSON.stringify(await findSeatPlaces(tx, to))
  const { rows } = await tx.query<{ moved: number }>('select casework.follow_station($1, $2, $3, $4) as moved', [
    id,
    bureauOf(from),
    places,
    today,
  ])
  return rows[0]?.moved ?? 0
}

/** The matters of a file that was merged go to the file that is kept, and back when that is undone. */
export async function followMerge({ tx, today }: Following, { from, to, unitCode }: FileMerge): Promise<void> {
  const places = await findSeatPlaces(tx, unitCode)
  await tx.query('select casework.follow_merge($1, $2, $3, $4)', [from, to, JSON.stringify(places), today])
}
