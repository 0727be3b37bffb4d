import { addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type RegionCode, rangeOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import {
  bigintColumn,
  booleanColumn,
  dateColumn,
  smallintColumn,
  textColumn,
  uuidColumn,
} from '../../../../platform/database/column-arrays.ts'
import { listPaidIdentities, type PaidIdentity } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { BENEFIT_CLASSES, periodOf } from '../../domain/entitlement/classes.ts'
import { firstDay, nextJanuary } from '../../domain/entitlement/month.ts'

const CODES = BENEFIT_CLASSES.map(({ code }) => code)
const PAGE = 5_000
/** As many as one action takes in: more are taken in by the next one. */
const MOST = 50_000

/** The office that pays: money is the county's, whatever station keeps the file. */
export const isPayer = (unitCode: UnitCode | RegionCode): boolean => unitCode.length === 12 && tierOf(unitCode) === 'county'

/** A county from which a person came pays the year of the move (《烈士褒扬条例》22). */
function paysFrom({ fromOn, receivedOn }: PaidIdentity): PlainDate {
  const january = receivedOn && firstDay(nextJanuary(receivedOn))
  return january && january > fromOn ? january : fromOn
}

const placeOf = (region: string): string => `${region.slice(0, 6)}000000`

async function keep(context: ActionContext, found: readonly PaidIdentity[]): Promise<number> {
  const { tx, unitCode, today, now, actor } = context
  const { rowCount } = await tx.query(
    `insert into benefits.entitlements (bureau_code, unit_code, applied_on, applied_at, applied_by, person_id, class_code, id, grade, cause,
            service_years, born_on, place, from_on, pays_from, is_minor, period)
     select $1, $2, $3, $4, $5, * from unnest($6::uuid[], $7::text[], $8::uuid[], $9::int2[], $10::text[], $11::int8[], $12::date[], $13::text[],
            $14::date[], $15::date[], $16::bool[], $17::text[])
     on conflict (bureau_code, person_id, class_code) do nothing`,
    [
      bureauOf(unitCode),
      unitCode,
      today,
      now,
      actor.accountId,
      uuidColumn(found.map(({ personId }) => personId)),
      textColumn(found.map(({ classCode }) => classCode)),
      uuidColumn(found.map(({ id }) => id)),
      smallintColumn(found.map(({ grade }) => grade)),
      textColumn(found.map(({ cause }) => cause)),
      bigintColumn(found.map(({ serviceYears }) => serviceYears)),
      dateColumn(found.map(({ bornOn }) => bornOn)),
      textColumn(found.map(({ householdRegion }) => placeOf(householdRegion))),
      dateColumn(found.map(({ fromOn }) => fromOn)),
      dateColumn(found.map(paysFrom)),
      // Of the kin only a child or a young sibling is pensioned before 18 (Art 19).
      booleanColumn(found.map(({ classCode, bornOn, fromOn }) => classCode.startsWith('KIN-') && addMonths(bornOn, 18 * 12) > fromOn)),
      textColumn(found.map(({ classCode, enlistedOn }) => periodOf(classCode, enlistedOn))),
    ],
  )
  return rowCount ?? 0
}

export const takeIn = action(contract.takeIn, {
  grant: 'benefit.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-an-office': 422, 'nobody-new': 409 },
  async run(context, { unitCode }) {
    if (!isPayer(unitCode)) return refuse({ code: 'not-an-office' })
    let [taken, after] = [0, '00000000-0000-0000-0000-000000000000']
    while (taken < MOST) {
      const found = await listPaidIdentities(context.tx, { ...rangeOf(unitCode), classCodes: CODES, after, limit: PAGE })
      if (found.length > 0) taken += await keep(context, found)
      after = found.at(-1)?.id ?? after
      if (found.length < PAGE) break
    }
    if (taken === 0) return refuse({ code: 'nobody-new' })
    context.note({ taken })
    return ok({ taken, more: taken >= MOST })
  },
})
