import { uuidv7 } from 'uuidv7'
import type { UnitCode } from '../src/kernel/region-code.ts'
import { actions, views } from '../src/modules/assistance/index.ts'
import { lapseMatters } from '../src/modules/casework/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { type OpenedMatter, openFor, seats, step } from './matter-world.ts'
import { actor, BANAN, person, value, YUBEI } from './world.ts'

/** Three people at 渝北区, the supervisor, and next door. */
export const money = {
  officer: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  approver: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  cashier: actor({ unitCode: YUBEI, role: 'countyCashier' }),
  supervisor: actor({ unitCode: YUBEI, role: 'supervisor' }),
  worker: actor(),
  neighbour: actor({ unitCode: BANAN, role: 'countyOfficer' }),
  neighbourApprover: actor({ unitCode: BANAN, role: 'countyApprover' }),
} as const

export async function assist(on: Ground, who: Actor, call: { name: string; input: unknown; actionId?: string }): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no action ${call.name}`)
  return await runAction(on, found, { actor: who, actionId: call.actionId ?? uuidv7(), input: call.input })
}

export async function seeAssist(on: Ground, who: Actor, call: { name: string; input: unknown }): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no view ${call.name}`)
  return await runView(on, found, { actor: who, input: call.input })
}

let opened = 0

/** A fund of 渝北区 that raises from the public since New Year. */
export async function fund(on: Ground, given: { raising?: object | null; kind?: string } = {}): Promise<string> {
  opened += 1
  const { raising = { permit: '渝民募〔2026〕1号', from: '2026-01-01', to: null }, kind = 'care' } = given
  const input = { unitCode: YUBEI, kind, name: `渝北关爱基金${opened}`, purpose: '困难退役军人帮扶', raising }
  return value<{ id: string }>(await assist(on, money.officer, { name: 'aidFund.open', input })).id
}

interface Given {
  readonly amountFen?: string
  readonly earmark?: string | null
  readonly donor?: object
  readonly receivedOn?: string
}

export const recorded = (on: Ground, fundId: string, given: Given = {}): Promise<Answer> => {
  const { amountFen = '100000', earmark = null, donor = { kind: 'named', name: '陈大爱', phone: null }, receivedOn = '2026-02-03' } = given
  return assist(on, money.officer, {
    name: 'donation.record',
    input: { fundId, donor, gift: { form: 'cash', amountFen }, earmark, receivedOn },
  })
}

/** A gift that a second person has confirmed. */
export async function gift(on: Ground, fundId: string, given: Given = {}): Promise<{ id: string; receiptNumber: string }> {
  const made = value<{ id: string; receiptNumber: string }>(await recorded(on, fundId, given))
  value(await assist(on, money.approver, { name: 'donation.confirm', input: { donationId: made.id } }))
  return made
}

const AID = { story: '旧伤复发住院', phone: '10012345678' }

/** A matter of hardship at 凤鸣路 that is helped first, its papers to follow. */
export async function emergency(on: Ground, hardshipCause = 'accident'): Promise<string> {
  const { id: personId } = await person(on)
  const answers = { ...AID, hardshipCause, isUrgent: true }
  const { id } = value<OpenedMatter>(await openFor(on, seats.village, { personId, typeCode: 'hardshipAid', answers }))
  value(await step(on, seats.approver, { matterId: id, step: 'helpFirst', reason: '房屋失火，先行救急' }))
  return id
}

/** A matter of hardship that was granted after its publication, with what was decided. */
export async function granted(on: Ground, { amount = '80000', hardshipCause = 'relapse', bankCard = '' } = {}): Promise<string> {
  const { id: personId } = await person(on, bankCard === '' ? {} : { bankCard })
  const answers = { ...AID, hardshipCause, isUrgent: true }
  const { id } = value<OpenedMatter>(await openFor(on, seats.village, { personId, typeCode: 'hardshipAid', answers }))
  value(await step(on, seats.township, { matterId: id, step: 'review' }))
  value(await step(on, seats.approver, { matterId: id, step: 'approve', answers: { form: ['cash'], amount } }))
  await lapseMatters({ pool: on.pool, secrets: on.secrets, clock: clockAt('2026-06-20T02:00:00.000Z') })
  return id
}

export const NEEDY = { members: 2, incomes: [{ kind: 'wage', amountFen: '120000' }], lineFen: '85000', lineSource: '渝民发〔2025〕8号' }

interface Asked {
  readonly fundId: string
  readonly matterId: string
  readonly amountFen?: string
  readonly means?: object | null
  readonly topUpReason?: string | null
  readonly actionId?: string
}

export const propose = (on: Ground, { actionId, ...asked }: Asked): Promise<Answer> =>
  assist(on, money.officer, {
    name: 'grant.propose',
    input: { amountFen: '80000', means: NEEDY, topUpReason: null, ...asked },
    ...(actionId === undefined ? {} : { actionId }),
  })

export const OFFICE = YUBEI as UnitCode
