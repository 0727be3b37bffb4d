import type { Action, View } from '../../../../platform/actions/declare.ts'
import { assessCounties } from './assess-counties.ts'
import { issueLetters } from './issue-letters.ts'
import { listAllowances } from './list-allowances.ts'
import { listLetters } from './list-letters.ts'
import { followUp, recordNoStart, recordStart } from './record-start.ts'
import { writeIntroLetter, writeReminder } from './write-letters.ts'

export const afterActions: readonly Action[] = [issueLetters, writeIntroLetter, writeReminder, recordStart, recordNoStart, followUp]

export const afterViews: readonly View[] = [listLetters, listAllowances, assessCounties]
