import { rangeOf } from '../../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../../platform/actions/context.ts'
import { view } from '../../../../../platform/actions/declare.ts'
import * as contract from '../../../contract.ts'
import type { Seat } from '../../../domain/matters/matter-type.ts'
import { nameOfType } from '../load-types.ts'
import type { MatterRow } from '../matter-rows.ts'

interface Counted {
  type_code: string
  begun: number
  outcome: MatterRow['outcome']
  holder: Seat | null
  matters: number
  overdue: number
}

/**
 * What was begun, by the journal of steps, beside what has become of it, by the matters themselves: two tables that no
 * action writes without the other. A matter counts once, under its outcome or under whoever has it.
 */
async function count({ tx, today }: ViewContext, range: { lo: string; hi: string }): Promise<Counted[]> {
  const { rows } = await tx.query<Counted>(
    `with begun as (
       select type_code, count(*)::int as begun from casework.matter_steps where unit_code >= $1 and unit_code < $2 and number = 1 group by 1
     ), kept as (
       select type_code, outcome, holder, count(*)::int as matters, count(*) filter (where closed_on is null and due_on < $3)::int as overdue
         from casework.matters where unit_code >= $1 and unit_code < $2 group by 1, 2, 3
     )
     select coalesce(b.type_code, k.type_code, '') as type_code, coalesce(b.begun, 0) as begun, k.outcome, k.holder,
            coalesce(k.matters, 0) as matters, coalesce(k.overdue, 0) as overdue
       from begun b full join kept k on k.type_code = b.type_code order by 1, 3, 4`,
    [range.lo, range.hi, today],
  )
  return rows
}

/** Nothing disappears without a word: begun = ended, by outcome, and pending, by whoever has it. */
export const seeBalance = view(contract.seeBalance, {
  grant: 'matter.survey',
  where: ({ place }) => place,
  async run(context, { place }) {
    const rows = await count(context, rangeOf(place))
    const kinds = [...new Set(rows.map((row) => row.type_code))].map((code) => {
      const own = rows.filter((row) => row.type_code === code)
      const begun = own[0]?.begun ?? 0
      const ended = own.flatMap(({ outcome, matters }) => (outcome === null || matters === 0 ? [] : [{ outcome, matters }]))
      const pending = own.flatMap(({ holder, matters, overdue }) => (holder === null ? [] : [{ holder, matters, overdue }]))
      const found = own.reduce((sum, { matters }) => sum + matters, 0)
      return { typeCode: code, typeName: nameOfType(code), begun, ended, pending, missing: begun - found }
    })
    return { kinds, isWhole: kinds.every(({ missing }) => missing === 0) }
  },
})
