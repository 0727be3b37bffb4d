import { uuidv7 } from 'uuidv7'
import { actions, jobs, views } from '../src/modules/benefits/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { actor, BANAN, CHONGQING, YUBEI } from './world.ts'

/** Who works on pensions in 渝北区 and above, and next door. */
export const office = {
  clerk: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  approver: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  supervisor: actor({ unitCode: YUBEI, role: 'supervisor' }),
  second: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  worker: actor(),
  neighbour: actor({ unitCode: BANAN, role: 'countyOfficer' }),
  neighbourApprover: actor({ unitCode: BANAN, role: 'countyApprover' }),
  province: actor({ unitCode: CHONGQING, role: 'cityOfficer' }),
  provinceApprover: actor({ unitCode: CHONGQING, role: 'provinceOfficer' }),
} as const

export async function benefit(on: Ground, who: Actor, call: { name: string; input: unknown; actionId?: string }): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no action ${call.name}`)
  return await runAction(on, found, { actor: who, actionId: call.actionId ?? uuidv7(), input: call.input })
}

export async function seeBenefit(on: Ground, who: Actor, call: { name: string; input: unknown }): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no view ${call.name}`)
  return await runView(on, found, { actor: who, input: call.input })
}

interface NoticeGiven {
  readonly version?: string
  readonly effectiveFrom?: string
  readonly layer?: 'local' | 'national'
  readonly rows?: readonly object[]
}

/** A notice of the three kin, above the floors of 2021. */
export const kinNotice = ({ version = 'yb-kin', effectiveFrom = '2026-08-01', layer = 'local', rows }: NoticeGiven = {}) => ({
  version,
  title: '三属定期抚恤金标准',
  layer,
  issuer: '渝北区退役军人事务局、财政局',
  sourceDoc: '渝北退役军人〔2026〕12号',
  effectiveFrom,
  rows: rows ?? [
    { classCode: 'KIN-M', unit: 'year', amountFen: '4000000' },
    { classCode: 'KIN-D', unit: 'year', amountFen: '3500000' },
    { classCode: 'KIN-I', unit: 'year', amountFen: '3300000' },
  ],
})

/** Computes a month that was begun, as the queue would. */
export async function runMonth(on: Ground, who: Actor, runId: string, signal = new AbortController().signal): Promise<void> {
  const [job] = jobs
  if (!job) throw new Error('benefits have no job')
  const scope = { ...who.scope, accountId: who.accountId }
  const files = undefined as never
  await job.run({
    ...on,
    files,
    scope,
    payload: { runId },
    signal,
    isLastTry: false,
    step: (mode, work) => withScope(on.pool, scope, mode, work),
  })
}
