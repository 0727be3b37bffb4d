import { uuidv7 } from 'uuidv7'
import { actions, views } from '../src/modules/indicators/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { actor, BANAN, CHONGQING, STREET, YUBEI } from './world.ts'

/** Who assesses streets of 渝北区, and who is assessed. */
export const assessors = {
  officer: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  approver: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  head: actor({ unitCode: STREET, role: 'townshipHead' }),
  worker: actor(),
  neighbour: actor({ unitCode: BANAN, role: 'countyOfficer' }),
  city: actor({ unitCode: CHONGQING, role: 'cityOfficer' }),
  supervisor: actor({ unitCode: YUBEI, role: 'supervisor' }),
} as const

type Step = 'draw' | 'publish' | 'object' | 'answer' | 'lock'

/** Takes a step as somebody; one with `actionId` may be sent again. */
export async function takeStep(
  on: Ground,
  who: Actor,
  step: Step,
  { actionId = uuidv7(), ...input }: { readonly actionId?: string; readonly [field: string]: unknown },
): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === `assessment.${step}`)
  if (!found) throw new Error(`no action assessment.${step}`)
  return await runAction(on, found, { actor: who, actionId, input })
}

export async function seeYear(on: Ground, who: Actor, input: object): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === 'assessment.get')
  if (!found) throw new Error('no view assessment.get')
  return await runView(on, found, { actor: who, input })
}
