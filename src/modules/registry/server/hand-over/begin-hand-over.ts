import type { FileKeeper } from '../../../network/index.ts'
import { handOverJob } from './hand-over-job.ts'
import { findHandOver, insertHandOver, stateOf } from './hand-over-rows.ts'
import { finishHandOver, moveSome } from './move-files.ts'

/** Up to so many files move with the action itself, while the clerk waits a second; more go on in the background. */
export const AT_ONCE = 100

/** Begins to hand a station over: all at once where it is small, by a job where it is not. */
export const beginHandOver: FileKeeper['begin'] = async (context, handOver) => {
  const row = await insertHandOver(context, handOver)
  if (!row) return 'under-way'
  if (row.files > AT_ONCE) {
    await context.job(handOverJob.name, { handOverId: row.id })
    return stateOf(row)
  }
  while ((await moveSome(context, row)) > 0);
  context.note({ besides: await finishHandOver(context, row) })
  return stateOf((await findHandOver(context.tx, row.id)) ?? row)
}
