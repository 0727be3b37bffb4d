import { uuidv7 } from 'uuidv7'
import { actions, views } from '../src/modules/briefs/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { actor, BANAN, CHONGQING, YUBEI } from './world.ts'

/** Who writes briefs in 渝北区 and above, and next door. */
export const desk = {
  writer: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  reviewer: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  reader: actor({ unitCode: YUBEI, role: 'supervisor' }),
  worker: actor(),
  neighbour: actor({ unitCode: BANAN, role: 'countyOfficer' }),
  province: actor({ unitCode: CHONGQING, role: 'cityOfficer' }),
} as const

/** Does an action of briefs. */
export async function doBrief(on: Ground, who: Actor, name: string, input: unknown): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === name)
  if (!found) throw new Error(`no action ${name}`)
  return await runAction(on, found, { actor: who, actionId: uuidv7(), input })
}

/** Asks a view of briefs. */
export async function seeBrief(on: Ground, who: Actor, name: string, input: unknown): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === name)
  if (!found) throw new Error(`no view ${name}`)
  return await runView(on, found, { actor: who, input })
}
