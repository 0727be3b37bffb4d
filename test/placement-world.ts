import { uuidv7 } from 'uuidv7'
import type { PersonId } from '../src/kernel/id.ts'
import { actions, views } from '../src/modules/placement/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import { PERSONAL_GRANTS } from '../src/platform/access/roles.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { actor, CHONGQING, FENGMING, person, value, YUBEI } from './world.ts'

/** Who works on placement in 渝北区, and who looks on. */
export const office = {
  officer: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  approver: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  city: actor({ unitCode: CHONGQING, role: 'cityOfficer' }),
  supervisor: actor({ unitCode: YUBEI, role: 'supervisor' }),
} as const

/** A person on /me with the own file open. */
export const onMe = (personId: PersonId, unitCode = FENGMING): Actor => ({
  ...actor({ unitCode }),
  roles: [],
  grants: new Set(PERSONAL_GRANTS),
  person: { id: personId },
})

export async function place(on: Ground, who: Actor, call: { name: string; input: unknown; actionId?: string }): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no action ${call.name}`)
  return await runAction(on, found, { actor: who, actionId: call.actionId ?? uuidv7(), input: call.input })
}

export async function seePlace(on: Ground, who: Actor, call: { name: string; input: unknown }): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no view ${call.name}`)
  return await runView(on, found, { actor: who, input: call.input })
}

/** A version of the score table for who leaves from the end of 2022 on: that of 2018 under another name. */
export async function enterScheme(on: Ground, scheme: object): Promise<void> {
  const { id } = value<{ id: string }>(await place(on, office.officer, { name: 'scheme.enter', input: { unitCode: YUBEI, scheme } }))
  value(await place(on, office.approver, { name: 'scheme.approve', input: { id } }))
}

export const FACTS = {
  isMidRank: false,
  serviceYears: 16,
  ncoYears: 14,
  disability: null,
  lostAbilityByIllness: false,
  meetsMonthlyPay: false,
  merit: false,
  firstClassCommendation: false,
  medalOrTitle: false,
  martyrsChild: false,
  isExcluded: false,
} as const

export interface Placed {
  readonly candidateId: string
  readonly personId: PersonId
  readonly steps: number
}

/** A step of a candidate in the version that it was left in. */
export async function stepOf(on: Ground, who: Actor, one: Placed, call: { name: string; input: object }): Promise<Placed> {
  const { steps } = value<{ steps: number }>(
    await place(on, who, { name: call.name, input: { candidateId: one.candidateId, steps: one.steps, ...call.input } }),
  )
  return { ...one, steps }
}

let year = 2000

/** A cohort of its own. */
export async function cohort(on: Ground, given: object = {}): Promise<string> {
  year += 1
  const input = { unitCode: YUBEI, year, season: 'spring', group: 'nco', ...given }
  return value<{ id: string }>(await place(on, office.officer, { name: 'cohort.open', input })).id
}

/** Somebody who left on 2026-03-16, entered in a cohort. */
export async function announced(on: Ground, cohortId: string, leavingOn = '2026-03-16'): Promise<Placed> {
  const { id: personId } = await person(on, { bornOn: '1985-03-02' })
  const { id } = value<{ id: string }>(await place(on, office.officer, { name: 'candidate.add', input: { cohortId, personId, leavingOn } }))
  return { candidateId: id, personId, steps: 1 }
}

/** The same, with the file, the report and the decision that work is assigned. */
export async function decided(on: Ground, cohortId: string): Promise<Placed> {
  let one = await announced(on, cohortId)
  one = await stepOf(on, office.officer, one, { name: 'candidate.checkFile', input: { receivedOn: '2026-03-20', pages: 86, missing: [] } })
  one = await stepOf(on, office.officer, one, { name: 'candidate.report', input: { reportedOn: '2026-04-01' } })
  return await stepOf(on, office.officer, one, { name: 'candidate.decide', input: { facts: FACTS } })
}

export const CLAIMS = [
  { item: 'reward.peacetime.commendation', quantity: 2, evidence: '嘉奖令 2 份' },
  { item: 'reward.peacetime.thirdClassMerit', quantity: 1, evidence: '三等功证书' },
  { item: 'disability.duty.grade8', quantity: 1, evidence: '残疾军人证' },
] as const

/** The same, scored by the worked example: 73.0 points. */
export async function scored(on: Ground, cohortId: string, claims: readonly object[] = CLAIMS): Promise<Placed> {
  const input = { enlistedOn: '2010-03-16', evidence: '入伍批准书', claims }
  return await stepOf(on, office.officer, await decided(on, cohortId), { name: 'candidate.score', input })
}
