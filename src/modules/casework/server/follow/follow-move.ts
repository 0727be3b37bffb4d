import type { WritingContext } from '../../../../platform/actions/context.ts'
import type { FileMerge, FileMove } from '../../../registry/index.ts'
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

/** The matters of a file that was merged go to the file that is kept, and back when that is undone. */
export async function followMerge({ tx, today }: Following, { from, to, unitCode }: FileMerge): Promise<void> {
  const places = await findSeatPlaces(tx, unitCode)
  await tx.query('select casework.follow_merge($1, $2, $3, $4)', [from, to, JSON.stringify(places), today])
}
