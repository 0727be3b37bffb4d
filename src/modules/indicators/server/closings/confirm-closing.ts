import { bureauOf, type RegionCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findDivision } from '../../../network/index.ts'
import * as contract from '../../contract.ts'
import { movedCodes, openOf, windowOf } from '../../domain/closing.ts'
import { holdMonth } from './closing-rows.ts'
import { type BelowMonth, readMonth } from './read-month.ts'

const placesOf = (below: readonly BelowMonth[]): { code: RegionCode; name: string }[] =>
  below.map(({ division: { code, name } }) => ({ code, name }))

/**
 * Figures are confirmed from the bottom up: whoever confirms counts on what is accepted below, and on nothing that has
 * moved since. So what a place states is, for figures that add up, what those below it state and its own unit's share.
 */
export const confirmClosing = action(contract.confirmClosing, {
  grant: 'closing.confirm',
  where: async ({ place }, { tx }) => (await findDivision(tx, place))?.code,
  refusals: {
    'not-over': 422,
    'already-confirmed': 409,
    'needs-why': 422,
    'nothing-changed': 409,
    'below-missing': 409,
    'below-moved': 409,
  },
  async run({ tx, actor, now, today, note }, { place, month, why, missingWhy }) {
    if (windowOf(month).to >= today) return refuse({ code: 'not-over' })
    await holdMonth(tx, place, month)
    const { live, versions, below } = await readMonth(tx, place, month)
    const open = openOf(versions)
    if (open?.state === 'confirmed' || open?.state === 'accepted') return refuse({ code: 'already-confirmed' })
    if (open && movedCodes(open.figures, live).length === 0) return refuse({ code: 'nothing-changed' })
    if (open && why === undefined) return refuse({ code: 'needs-why' })
    const moved = below.filter((one) => one.isSettled && one.hasMoved)
    if (moved.length > 0) return refuse({ code: 'below-moved', places: placesOf(moved) })
    const missing = below.filter((one) => one.isExpected && !one.isSettled)
    if (missing.length > 0 && missingWhy === undefined) return refuse({ code: 'below-missing', places: placesOf(missing) })
    const version = (versions.at(-1)?.version ?? 0) + 1
    await tx.query(
      `insert into indicators.closings (bureau_code, unit_code, month_on, version, figures, why, missing, missing_why, confirmed_at, confirmed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        bureauOf(place),
        place,
        windowOf(month).from,
        version,
        JSON.stringify(live),
        open ? why : null,
        missing.map(({ division }) => division.code),
        missing.length > 0 ? missingWhy : null,
        now,
        actor.accountId,
      ],
    )
    note({ place, month, version })
    return ok({ version, state: 'confirmed' as const })
  },
})
