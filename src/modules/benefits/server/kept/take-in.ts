import { type RegionCode, rangeOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { listPaidIdentities } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { BENEFIT_CLASSES } from '../../domain/entitlement/classes.ts'
import { keepIdentities } from './keep-identities.ts'

const CODES = BENEFIT_CLASSES.map(({ code }) => code)
const PAGE = 5_000
/** As many as one action takes in: more are taken in by the next one. */
const MOST = 50_000

/** The office that pays: money is the county's, whatever station keeps the file. */
export const isPayer = (unitCode: UnitCode | RegionCode): boolean => unitCode.length === 12 && tierOf(unitCode) === 'county'

export const takeIn = action(contract.takeIn, {
  grant: 'benefit.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-an-office': 422, 'nobody-new': 409 },
  async run(context, { unitCode }) {
    if (!isPayer(unitCode)) return refuse({ code: 'not-an-office' })
    let [taken, after] = [0, '00000000-0000-0000-0000-000000000000']
    while (taken < MOST) {
      const found = await listPaidIdentities(context.tx, { ...rangeOf(unitCode), classCodes: CODES, after, limit: PAGE })
      if (found.length > 0) taken += await keepIdentities(context, found)
      after = found.at(-1)?.id ?? after
      if (found.length < PAGE) break
    }
    if (taken === 0) return refuse({ code: 'nobody-new' })
    context.note({ taken })
    return ok({ taken, more: taken >= MOST })
  },
})
