import type { WritingContext } from '../../../platform/actions/context.ts'
import type { FileMerge, FileMove } from '../../registry/index.ts'

type Following = Pick<WritingContext, 'tx'>

/** Candidates go with the file to another station of the bureau; into another bureau they do not. */
export async function followMove({ tx }: Following, { personId }: FileMove): Promise<void> {
  await tx.query('select placement.follow_file($1)', [personId])
}

/** The candidates of a file that was merged go to the file that is kept, and back when that is undone. */
export async function followMerge({ tx }: Following, { from, to }: FileMerge): Promise<void> {
  await tx.query('select placement.follow_merge($1, $2)', [from, to])
}
