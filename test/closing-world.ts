import { uuidv7 } from 'uuidv7'
import { actions, views } from '../src/modules/indicators/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { actor, BANAN, CHONGQING, STREET, YUBEI } from './world.ts'

/** Who confirms figures, from 凤鸣路社区 up to 重庆. */
export const closers = {
  worker: actor(),
  head: actor({ unitCode: STREET, role: 'townshipHead' }),
  county: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  neighbour: actor({ unitCode: BANAN, role: 'countyOfficer' }),
  clerk: actor({ unitCode: CHONGQING, role: 'cityOfficer' }),
  province: actor({ unitCode: CHONGQING, role: 'provinceOfficer' }),
  supervisor: actor({ unitCode: YUBEI, role: 'supervisor' }),
} as const

export async function close(on: Ground, who: Actor, step: 'confirm' | 'accept' | 'return' | 'lock', input: object): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === `closing.${step}`)
  if (!found) throw new Error(`no action closing.${step}`)
  return await runAction(on, found, { actor: who, actionId: uuidv7(), input })
}

export async function seeMonth(on: Ground, who: Actor, input: object): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === 'closing.get')
  if (!found) throw new Error('no view closing.get')
  return await runView(on, found, { actor: who, input })
}
