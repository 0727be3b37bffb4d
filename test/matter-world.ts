import { uuidv7 } from 'uuidv7'
import type { PersonId } from '../src/kernel/id.ts'
import type { UnitCode } from '../src/kernel/region-code.ts'
import { actions, views } from '../src/modules/casework/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { actor, CHONGQING, FENGMING, STREET, YUBEI } from './world.ts'

/** One account a seat of a matter at 凤鸣路社区. */
export const seats = {
  village: actor(),
  township: actor({ unitCode: STREET, role: 'townshipHead' }),
  county: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  approver: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  city: actor({ unitCode: CHONGQING, role: 'cityOfficer' }),
  province: actor({ unitCode: CHONGQING, role: 'provinceOfficer' }),
} as const

export async function doMatter(on: Ground, who: Actor, call: { name: string; input: unknown; actionId?: string }): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no action ${call.name}`)
  return await runAction(on, found, { actor: who, actionId: call.actionId ?? uuidv7(), input: call.input })
}

export async function seeMatter(on: Ground, who: Actor, call: { name: string; input: unknown }): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no view ${call.name}`)
  return await runView(on, found, { actor: who, input: call.input })
}

export interface OpenedMatter {
  readonly id: string
  readonly state: string
  readonly dueOn: string | null
}

/** Opens a matter for somebody at 凤鸣路, by default an application for the card. */
export const openFor = (
  on: Ground,
  who: Actor,
  about: { personId?: PersonId; typeCode?: string; answers?: unknown; unitCode?: UnitCode; channel?: string; actionId?: string },
): Promise<Answer> => {
  const { actionId, ...input } = about
  return doMatter(on, who, {
    name: 'matter.open',
    input: { typeCode: 'preferenceCard', unitCode: FENGMING, answers: { kind: 'veteran', phone: '10012345678' }, ...input },
    ...(actionId === undefined ? {} : { actionId }),
  })
}

/** Takes a step from the state that the taker sees. */
export async function step(
  on: Ground,
  who: Actor,
  asked: { matterId: string; step: string; answers?: unknown; reason?: string; steps?: number; channel?: string },
): Promise<Answer> {
  const seen = await seeMatter(on, who, { name: 'matter.get', input: { matterId: asked.matterId } })
  const steps = asked.steps ?? (seen.kind === 'value' ? (seen.value as { steps: number }).steps : 1)
  return await doMatter(on, who, { name: 'matter.step', input: { ...asked, steps } })
}
