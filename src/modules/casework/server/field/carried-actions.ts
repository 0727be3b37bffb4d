import type { Action } from '../../../../platform/actions/declare.ts'
import { actions as registryActions } from '../../../registry/index.ts'
import { openMatter } from '../matters/open-matter.ts'
import { takeStep } from '../matters/take-step.ts'
import { recordVisit } from '../record-visit.ts'
import { contestItem } from './contest-item.ts'

/** What can be recorded without a network, and so be carried in a file, by name. */
export const carriedActions: ReadonlyMap<string, Action> = new Map(
  [...registryActions, recordVisit, openMatter, takeStep, contestItem]
    .filter(({ contract }) => contract.offline)
    .map((action) => [action.contract.name, action]),
)
