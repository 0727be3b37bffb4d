import type { Action } from '../../platform/actions/declare.ts'
import { editBrief, refreshBrief } from './server/edit-brief.ts'
import { endSchedule, setSchedule } from './server/set-schedule.ts'
import { archiveBrief, returnBrief, reviewBrief, signBrief } from './server/settle-brief.ts'
import { writeBrief } from './server/write-brief.ts'

/** The door of briefs for the program. */
export { views } from './server/views.ts'
export { startWriting, writeDue } from './server/write-due.ts'

export const actions: readonly Action[] = [
  writeBrief,
  editBrief,
  refreshBrief,
  reviewBrief,
  returnBrief,
  signBrief,
  archiveBrief,
  setSchedule,
  endSchedule,
]
