import { daysBetween } from '../../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { personCards } from '../../../registry/index.ts'
import type { MatterLine } from '../../contract.ts'
import { getMatterType } from './load-types.ts'
import { type MatterRow, mayFind } from './matter-rows.ts'

/** Matters as lists show them, with their persons masked. */
export async function linesOf(context: ViewContext, rows: readonly MatterRow[]): Promise<MatterLine[]> {
  const cards = await personCards(context, [...new Set(rows.flatMap(({ person_id }) => person_id ?? []))])
  return rows.map((row) => {
    const type = getMatterType(row.type_code, row.type_version)
    const card = row.person_id === null || !mayFind(context.actor, row) ? undefined : cards.get(row.person_id)
    return {
      id: row.id,
      unitCode: row.unit_code,
      typeCode: row.type_code,
      typeName: type.name,
      stateName: type.states[row.state]?.name ?? { zh: row.state, en: row.state },
      person: card ? { id: card.id, nameMasked: card.nameMasked, age: card.age } : null,
      holder: row.holder,
      holderPlace: row.holder_place,
      claimedBy: row.claimed_by,
      claimedName: row.claimed_name,
      escalatedAt: row.escalated_at,
      openedOn: row.opened_on,
      due: dueOf(context, row),
      outcome: row.outcome,
    }
  })
}

/** The nearest deadline of a matter and the rule behind it. */
export function dueOf({ today }: Pick<ViewContext, 'today'>, row: MatterRow): MatterLine['due'] {
  const clock = row.due_clock === null ? undefined : getMatterType(row.type_code, row.type_version).clocks[row.due_clock]
  if (!clock || row.due_on === 'infinity') return null
  return { on: row.due_on, daysLeft: daysBetween(today, row.due_on), clock: clock.name, article: clock.article }
}
