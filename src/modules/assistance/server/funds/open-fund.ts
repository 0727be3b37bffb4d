import { bureauOf, rangeOf, tierOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openBook } from '../books.ts'
import { findFunds } from './fund-rows.ts'

/** Who keeps funds: the offices of counties and cities, where making, checking and paying are three people's. */
const mayKeepFunds = (place: contract.Fund['unitCode']): boolean => place.length === 12 && ['county', 'city'].includes(tierOf(place))

export const openFund = action(contract.openFund, {
  grant: 'ledger.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-an-office': 422, 'name-taken': 409, 'raising-backwards': 422 },
  async run(context, { unitCode, kind, name, purpose, raising }) {
    const { tx, actor, now, today, actionId, note } = context
    if (!mayKeepFunds(unitCode)) return refuse({ code: 'not-an-office' })
    if (raising?.to && raising.to < raising.from) return refuse({ code: 'raising-backwards' })
    const bureau = bureauOf(unitCode)
    // Funds of a bureau are numbered one after the other: two that are opened at once get two numbers.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('assistance.funds ' || $1, 0))", [bureau])
    const { rowCount } = await tx.query(
      `insert into assistance.funds (bureau_code, id, unit_code, serial, kind, name, purpose, permit, raising_from_on, raising_to_on, opened_on, opened_at, opened_by)
       select $1, $2, $3, 1 + coalesce((select max(f.serial) from assistance.funds f where f.bureau_code = $1), 0), $4, $5, $6, $7, $8, $9, $10, $11, $12
       on conflict (bureau_code, name) do nothing`,
      [
        bureau,
        actionId,
        unitCode,
        kind,
        name,
        purpose,
        raising?.permit ?? null,
        raising?.from ?? null,
        raising?.to ?? null,
        today,
        now,
        actor.accountId,
      ],
    )
    if (rowCount !== 1) return refuse({ code: 'name-taken' })
    if (!(await openBook(context, { id: actionId, kind, name }))) return refuse({ code: 'name-taken' })
    context.fact({ kind: 'aidFund.stands', on: today, dimensions: { fund: kind, tier: tierOf(unitCode) } })
    note({ fund: actionId, kind })
    return ok({ id: actionId })
  },
})

export const listFunds = view(contract.listFunds, {
  grant: 'ledger.read',
  where: ({ place }) => place,
  async run({ tx, actor }, { place }) {
    const funds = await findFunds(tx, rangeOf(place))
    return {
      funds: funds.map(({ serial: _, ...fund }) => fund),
      can: { open: actor.grants.has('ledger.write') && mayKeepFunds(place as string as contract.Fund['unitCode']) },
    }
  },
})
