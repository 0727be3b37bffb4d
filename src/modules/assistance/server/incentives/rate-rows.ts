import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, isWithin, type RegionCode, rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { IncentiveKind, Rate } from '../../contract.ts'
import { SHIPPED } from './shipped-rates.ts'

export interface RateRow {
  id: string
  unit_code: UnitCode
  kind: IncentiveKind
  name: string
  amount_fen: string
  stay_months: number
  from_on: PlainDate
  until_on: PlainDate | null
  source: string
  entered_by: string
  confirmed_by: string | null
}

const COLUMNS = 'id, unit_code, kind, name, amount_fen::text, stay_months, from_on, until_on, source, entered_by, confirmed_by'

/** A rate that a county entered. */
export async function findRate(tx: Tx, id: string): Promise<RateRow | undefined> {
  const { rows } = await tx.query<RateRow>(`select ${COLUMNS} from assistance.incentive_rates where id = $1`, [id])
  return rows[0]
}

const shippedAt = (place: RegionCode | UnitCode): Rate[] =>
  SHIPPED.rates
    .filter(({ region }) => isWithin(place, rangeOf(region)))
    .map(({ code, kind, zh, amountFen, stayMonths, from, to, source, isVerified }) => ({
      code,
      kind,
      name: zh,
      amountFen: String(amountFen),
      stayMonths,
      fromOn: from,
      untilOn: to,
      source,
      isVerified,
      isConfirmed: null,
      canConfirm: false,
    }))

/** Rates of the bureau of a place: the shipped ones of its region and those it entered. */
export async function ratesAt({ tx, actor }: Pick<ViewContext, 'tx' | 'actor'>, place: RegionCode | UnitCode): Promise<Rate[]> {
  const { rows } = await tx.query<RateRow>(`select ${COLUMNS} from assistance.rates_at($1)`, [bureauOf(place)])
  const own = rows.map((row) => ({
    code: row.id,
    kind: row.kind,
    name: row.name,
    amountFen: row.amount_fen,
    stayMonths: row.stay_months,
    fromOn: row.from_on,
    untilOn: row.until_on,
    source: row.source,
    isVerified: row.confirmed_by !== null,
    isConfirmed: row.confirmed_by !== null,
    canConfirm: row.confirmed_by === null && row.entered_by !== actor.accountId && actor.grants.has('ledger.approve'),
  }))
  return [...shippedAt(place), ...own]
}

/** Whether a rate is in force on a day: a county's own only once it is confirmed. */
export const isInForce = ({ fromOn, untilOn, isConfirmed }: Rate, on: PlainDate): boolean =>
  isConfirmed !== false && fromOn <= on && (untilOn === null || on <= untilOn)
