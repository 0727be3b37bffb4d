import { randomUUID } from 'node:crypto'
import type { DeskMaker } from '../../generators/probe-case.ts'
import { judge } from '../../oracle/judge.ts'
import type { Grounds } from '../grounds.ts'
import type { Asking } from './asking.ts'
import { allocateTo, openBatchAt, pourInto, stopAt } from './batches.ts'

type Funds = Pick<DeskMaker, 'fundAt' | 'filledFundAt' | 'batch' | 'allocation' | 'stopPayments'>

/** Funds of bureaus, and what becomes of the money in them. */
export function fundsOn({ database, actors, remember }: Grounds, { done, next, doer }: Asking): Funds {
  const pool = database.appPool
  const handsAt = (unit: string) => ({
    madeBy: doer('fund.propose', unit),
    checkedBy: doer('fund.approve', unit),
    // No role pays in the books of a province.
    paidBy: actors.find((one) => judge(one, { route: 'batch.pay', touches: unit }) === 'may')?.accountId ?? randomUUID(),
  })
  const fundAt: Funds['fundAt'] = async (unit, fundKind = 'aid') => {
    const fund = { place: unit, parentId: null, fundKind, name: `探针资金 ${next()}`, purpose: null }
    const { accountId = '' } = await done('fund.open', { touches: unit }, fund)
    remember(accountId, { kind: 'work', unit })
    return accountId
  }
  return {
    fundAt,
    filledFundAt: async (unit, fundKind) => {
      const accountId = await fundAt(unit, fundKind)
      const { madeBy, checkedBy } = handsAt(unit)
      await pourInto(pool, unit, { accountId, madeBy, checkedBy, fen: 1_000_000n })
      return accountId
    },
    batch: async (unit, stage) => {
      const made = await openBatchAt(pool, unit, { accountId: await fundAt(unit), stage, ...handsAt(unit) })
      remember(made.batchId, { kind: 'work', unit })
      return made
    },
    allocation: async (unit) => ({ allocationId: await allocateTo(pool, unit, handsAt(unit)), accountId: await fundAt(unit) }),
    stopPayments: async (unit) => {
      await fundAt(unit)
      await stopAt(pool, unit)
    },
  }
}
