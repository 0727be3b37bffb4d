import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import type { Ground } from '../src/platform/actions/run-action.ts'
import { assist, seeAssist } from './assist-world.ts'
import { actor, ELSEWHERE, FENGMING, person, STREET, value, YUBEI } from './world.ts'

/** The station of 凤鸣路, the officer of 渝北区, the cashier there, and a station of the next district. */
export const pairers = {
  worker: actor(),
  township: actor({ unitCode: STREET, role: 'townshipHead' }),
  officer: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  approver: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  cashier: actor({ unitCode: YUBEI, role: 'countyCashier' }),
  neighbour: actor({ unitCode: ELSEWHERE }),
} as const

interface Offered {
  readonly unitCode?: string
  readonly kind?: string
  readonly name?: string
  readonly gives?: readonly string[]
  readonly capacity?: number
  readonly untilOn?: string | null
}

/** A helper, entered where they are. */
export async function helper(on: Ground, given: Offered = {}): Promise<string> {
  const input = { unitCode: FENGMING, kind: 'member', name: '邓志远', gives: ['medical', 'company'], capacity: 2, untilOn: null, ...given }
  return value<{ id: string }>(await assist(on, pairers.officer, { name: 'helper.offer', input })).id
}

/** Somebody at 凤鸣路 who needs something. */
export async function needy(on: Ground, kinds: readonly string[] = ['medical']): Promise<string> {
  const { id } = await person(on)
  for (const kind of kinds) await need(on, id, kind)
  return id
}

export const need = async (on: Ground, personId: string, kind: string): Promise<string> =>
  value<{ id: string }>(await assist(on, pairers.worker, { name: 'need.record', input: { personId, kind, urgency: 'now' } })).id

interface Begun {
  readonly personId: string
  readonly helperId: string
  readonly kinds?: readonly string[]
  readonly beganOn?: string
  readonly untilOn?: string
}

export const begin = (on: Ground, begun: Begun, who: Actor = pairers.officer): Promise<Answer> =>
  assist(on, who, { name: 'pairing.begin', input: { kinds: ['medical'], beganOn: '2026-06-01', untilOn: '2027-05-31', ...begun } })

export const seeOf = (on: Ground, personId: string, who: Actor = pairers.officer): Promise<Answer> =>
  seeAssist(on, who, { name: 'pairing.ofPerson', input: { personId } })
