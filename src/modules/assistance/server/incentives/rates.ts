import { bureauOf, tierOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { findRate } from './rate-rows.ts'

/** A hundred thousand yuan: more is a wrong unit. A setting, not law. */
const MOST_FEN = 10_000_000n

export const enterRate = action(contract.enterRate, {
  grant: 'ledger.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-an-office': 422, 'too-much': 422, 'days-backwards': 422 },
  async run({ tx, actor, now, actionId, note }, { unitCode, kind, name, amountFen, stayMonths, fromOn, untilOn, source }) {
    if (unitCode.length !== 12 || !['county', 'city'].includes(tierOf(unitCode))) return refuse({ code: 'not-an-office' })
    if (BigInt(amountFen) > MOST_FEN) return refuse({ code: 'too-much', mostFen: String(MOST_FEN) })
    if (untilOn !== null && untilOn < fromOn) return refuse({ code: 'days-backwards' })
    await tx.query(
      `insert into assistance.incentive_rates (bureau_code, id, unit_code, kind, name, amount_fen, stay_months, from_on, until_on, source, entered_at, entered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [bureauOf(unitCode), actionId, unitCode, kind, name, amountFen, stayMonths, fromOn, untilOn, source, now, actor.accountId],
    )
    note({ rate: actionId, kind, amountFen })
    return ok({ id: actionId })
  },
})

export const confirmRate = action(contract.confirmRate, {
  grant: 'ledger.approve',
  where: async ({ rateId }, { tx }) => (await findRate(tx, rateId))?.unit_code,
  refusals: { 'own-entry': 409, 'already-confirmed': 409 },
  async run({ tx, actor, now, unitCode, note }, { rateId }) {
    if ((await findRate(tx, rateId))?.entered_by === actor.accountId) return refuse({ code: 'own-entry' })
    const { rowCount } = await tx.query(
      `update assistance.incentive_rates set confirmed_at = $3, confirmed_by = $4 where bureau_code = $1 and id = $2 and confirmed_by is null`,
      [bureauOf(unitCode), rateId, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'already-confirmed' })
    note({ rate: rateId })
    return ok({ id: rateId })
  },
})
