import { uuidv7 } from 'uuidv7'
import { actions, jobs, openBatch, views } from '../src/modules/ledger/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { withScope } from '../src/platform/database/scope.ts'
import type { FileStore } from '../src/platform/files/index.ts'
import type { TestDatabase } from './database/clone.ts'
import { type GivenLine, inBooks, linesOf, YUBEI_BUREAU } from './ledger-world.ts'
import { actor, BANAN, CHONGQING, NOW, YUBEI } from './world.ts'

/** Who handles money in 渝北区, above it and next door. */
export const office = {
  maker: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  checker: actor({ unitCode: YUBEI, role: 'countyApprover' }),
  cashier: actor({ unitCode: YUBEI, role: 'countyCashier' }),
  supervisor: actor({ unitCode: YUBEI, role: 'supervisor' }),
  worker: actor(),
  neighbour: actor({ unitCode: BANAN, role: 'countyOfficer' }),
  neighbourChecker: actor({ unitCode: BANAN, role: 'countyApprover' }),
  neighbourCashier: actor({ unitCode: BANAN, role: 'countyCashier' }),
  cityMaker: actor({ unitCode: CHONGQING, role: 'cityOfficer' }),
  cityChecker: actor({ unitCode: CHONGQING, role: 'provinceOfficer' }),
} as const

export async function act(on: Ground, who: Actor, call: { name: string; input: unknown; actionId?: string }): Promise<Answer> {
  const found = actions.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no action ${call.name}`)
  return await runAction(on, found, { actor: who, actionId: call.actionId ?? uuidv7(), input: call.input })
}

export async function look(on: Ground, who: Actor, call: { name: string; input: unknown }): Promise<Answer> {
  const found = views.find(({ contract }) => contract.name === call.name)
  if (!found) throw new Error(`no view ${call.name}`)
  return await runView(on, found, { actor: who, input: call.input })
}

/** A batch as benefits open it once their run is approved. */
export async function batchOf(
  database: Pick<TestDatabase, 'appPool'>,
  on: Ground,
  given: { fundAccount: string; lines: readonly GivenLine[]; checked?: boolean; purpose?: string },
): Promise<string> {
  const { fundAccount, lines, checked = true, purpose = null } = given
  const batchId = uuidv7()
  const opened = await inBooks(database, (tx) =>
    openBatch(tx, {
      bureau: YUBEI_BUREAU,
      batchId,
      fundAccount,
      purpose,
      title: '2026 年 6 月定期抚恤',
      source: { module: 'benefits', id: batchId },
      lines: linesOf(on.secrets, lines),
      at: NOW,
      madeBy: office.maker.accountId,
      checkedBy: checked ? office.checker.accountId : null,
    }),
  )
  if (!opened.ok) throw new Error(opened.refusal.code)
  return batchId
}

/** Runs a job that an action queued, as the queue would. */
export async function runJob(
  on: Ground & { files: FileStore },
  who: Actor,
  payload: Record<string, unknown>,
  name = 'ledger.bankFile',
): Promise<void> {
  const job = jobs.find((one) => one.name === name)
  const scope = { ...who.scope, accountId: who.accountId }
  await job?.run({
    ...on,
    scope,
    payload,
    signal: new AbortController().signal,
    isLastTry: false,
    step: (mode, work) => withScope(on.pool, scope, mode, work),
  })
}
