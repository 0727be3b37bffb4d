import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import type { Ground } from '../src/platform/actions/run-action.ts'
import { assist, money } from './assist-world.ts'
import { person, value } from './world.ts'

export const PAYEE = {
  payeeUscc: '91350100M000100Y43',
  payeeName: '渝北某某机械有限公司',
  bankAccount: '9900000000000000001',
  bank: '测试银行渝北支行',
}

/** What 渝北区 pays for hiring a veteran, or for rent, confirmed by a second person. */
export async function rate(on: Ground, given: { kind?: string; amountFen?: string; stayMonths?: number } = {}): Promise<string> {
  const input = {
    unitCode: money.officer.unitCode,
    kind: 'hiring',
    name: '吸纳就业补贴',
    amountFen: '1000000',
    stayMonths: 12,
    fromOn: '2026-01-01',
    untilOn: null,
    source: '渝北退役军人发〔2026〕3号',
    ...given,
  }
  const { id } = value<{ id: string }>(await assist(on, money.officer, { name: 'incentive.enterRate', input }))
  value(await assist(on, money.approver, { name: 'incentive.confirmRate', input: { rateId: id } }))
  return id
}

interface Drafted {
  readonly rateCode: string
  readonly personId?: string
  readonly beganOn?: string
  readonly paidFen?: string | null
}

export async function draft(on: Ground, given: Drafted, who: Actor = money.worker): Promise<Answer> {
  const personId = given.personId ?? (await person(on)).id
  return assist(on, who, { name: 'claim.draft', input: { beganOn: '2026-03-01', paidFen: null, ...PAYEE, ...given, personId } })
}

/** A claim that three people brought as far as approval. */
export async function approved(on: Ground, rateCode: string): Promise<string> {
  const { id: claimId } = value<{ id: string }>(await draft(on, { rateCode }))
  for (const [name, who] of [
    ['claim.submit', money.worker],
    ['claim.check', money.officer],
    ['claim.approve', money.approver],
  ] as const)
    value(await assist(on, who, { name, input: { claimId } }))
  return claimId
}
