import type { Action } from '../../../../platform/actions/declare.ts'
import { actions as registryActions } from '../../../registry/index.ts'
import { openMatter } from '../matters/steps/open-matter.ts'
import { takeStep } from '../matters/steps/take-step.ts'
import { recordVisit } from '../visits/record-visit.ts'
import { contestItem } from './contest-item.ts'

const carried = new Map<string, Action>()

/** What can be recorded without a network, and so be carried in a file, by name. */
export const carriedActions: ReadonlyMap<string, Action> = carried

/** Lets what is recorded without a network come in by a file too. Other modules' actions are introduced by the program. */
export function carryInFiles(actions: readonly Action[]): void {
  for (const action of actions) if (action.contract.offline) carried.set(action.contract.name, action)
}

carryInFiles([...registryActions, recordVisit, openMatter, takeStep, contestItem])
