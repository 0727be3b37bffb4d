import type { WritingContext } from '../../../platform/actions/context.ts'
import type { FileMove } from '../../registry/index.ts'

/** What is due for a person goes with the file to its new station, and the history of visits can be read there. */
export async function followMove({ tx, today }: Pick<WritingContext, 'tx' | 'today'>, { personId, from }: FileMove): Promise<void> {
  await tx.query('select casework.follow_file($1, $2, $3)', [personId, from, today])
}
