import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { personCards } from '../../../registry/index.ts'
import type { AllowanceLine } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { placeBy } from '../../domain/after/after-days.ts'
import { minimumWage, waitingMonths } from '../../domain/after/allowance.ts'
import { EXIT_STATES } from '../../domain/states/candidate-states.ts'
import { SETTINGS } from './settings.ts'

interface WaitingRow {
  id: string
  person_id: PersonId
  unit_code: UnitCode
  reported_on: PlainDate
  ended_on: PlainDate | null
}

/** Whoever was to be given work and waited on a day of the month or might have: the months themselves are reckoned by the rule. */
async function findWaiting({ tx }: ViewContext, { lo, hi, month }: { lo: string; hi: string; month: string }): Promise<WaitingRow[]> {
  const { rows } = await tx.query<WaitingRow>(
    `select id, person_id, unit_code, reported_on, coalesce(letter_on, case when state = any($4) then since_on end) as ended_on
       from placement.candidates
      where unit_code >= $1 and unit_code < $2 and way = 'arrangedWork' and to_char(reported_on, 'YYYY-MM') <= $3
      order by unit_code, reported_on, id`,
    [lo, hi, month, EXIT_STATES],
  )
  return rows
}

function lineOf({ today }: ViewContext, row: WaitingRow, { month, name }: { month: string; name: string }): AllowanceLine | undefined {
  const months = waitingMonths({ reportedOn: row.reported_on, endedOn: row.ended_on }, month)
  if (months.at(-1) !== month) return undefined
  const wage = minimumWage(SETTINGS.settings, { place: row.unit_code, month })
  const due = placeBy(row.reported_on)
  return {
    candidateId: row.id,
    name,
    unitCode: row.unit_code,
    reportedOn: row.reported_on,
    months: months.length,
    placeBy: due,
    isLate: row.ended_on === null && today > due,
    amountFen: wage?.value ?? null,
    isUnverified: wage?.isUnverified ?? true,
    article: '《退役军人安置条例》第七十五条',
  }
}

export const listAllowances = view(contract.listAllowances, {
  grant: 'placement.read',
  where: ({ place }) => place,
  async run(context, { place, month }) {
    const rows = await findWaiting(context, { ...rangeOf(place), month })
    const cards = await personCards(context, [...new Set(rows.map(({ person_id }) => person_id))])
    const lines = rows.flatMap((row) => lineOf(context, row, { month, name: cards.get(row.person_id)?.nameMasked ?? '*' }) ?? [])
    const known = lines.flatMap(({ amountFen }) => amountFen ?? [])
    const wages = lines.flatMap(({ unitCode }) => minimumWage(SETTINGS.settings, { place: unitCode, month }) ?? [])
    return {
      lines,
      totalFen: String(known.reduce((sum, fen) => sum + BigInt(fen), 0n)),
      withoutAmount: lines.length - known.length,
      sources: [...new Set(wages.map(({ source }) => source))],
    }
  },
})
