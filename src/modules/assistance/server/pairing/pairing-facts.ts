import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { HelperKind } from '../../contract.ts'

interface Bond {
  readonly unitCode: UnitCode
  readonly personId: string
  readonly helper: { readonly id: string; readonly unitCode: UnitCode; readonly kind: HelperKind }
}

/**
 * Tells that an agreement begins (+1, before its row stands) or ended (−1, after its row is ended). People and helpers are counted
 * once however many agreements they have: they come with the first one and go with the last.
 */
export async function tellBond(
  context: Pick<ActionContext, 'tx' | 'fact'>,
  { unitCode, personId, helper }: Bond,
  change: { on: PlainDate; quantity: 1 | -1 },
): Promise<void> {
  const { rows } = await context.tx.query<{ others: boolean; helps: boolean }>(
    `select exists (select from assistance.pairings where bureau_code = $1 and person_id = $2 and ended_on is null) as others,
       exists (select from assistance.pairings where bureau_code = $1 and helper_id = $3 and ended_on is null) as helps`,
    [bureauOf(unitCode), personId, helper.id],
  )
  const dimensions = { helper: helper.kind }
  context.fact({ kind: 'pairing.agreement', unitCode, dimensions, ...change })
  if (!rows[0]?.others) context.fact({ kind: 'pairing.person', unitCode, ...change })
  if (!rows[0]?.helps) context.fact({ kind: 'pairing.helper', unitCode: helper.unitCode, dimensions, ...change })
}
