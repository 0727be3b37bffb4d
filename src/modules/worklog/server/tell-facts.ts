import type { PersonId } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../kernel/region-code.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { type KeptFact, opposite } from '../domain/facts-of.ts'

interface Telling {
  readonly unitCode: UnitCode
  readonly personIds: readonly PersonId[]
  readonly facts: readonly KeptFact[]
}

/** Tells the indicators what a record counts for; `-1` takes exactly the same back. */
export function tellFacts(context: Pick<ActionContext, 'fact'>, { unitCode, personIds, facts }: Telling, sign: 1 | -1 = 1): void {
  for (const { kind, on, quantity, people, dimensions } of facts) {
    context.fact({
      kind,
      on: on as PlainDate,
      unitCode,
      quantity: BigInt(sign === 1 ? quantity : opposite(quantity)),
      personIds: people ? personIds : [],
      dimensions,
    })
  }
}
