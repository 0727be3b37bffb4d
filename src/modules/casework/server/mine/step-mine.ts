import type { UnitCode } from '../../../../kernel/region-code.ts'
import { refuse } from '../../../../kernel/result.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { stepsFor } from '../../domain/matters/matter-state.ts'
import { getMatterType } from '../matters/load-types.ts'
import { lockMatter } from '../matters/matter-rows.ts'
import { STEP_REFUSALS, stepIn } from '../matters/steps/take-step.ts'
import { covers, isShownTo, ownPerson } from './own-person.ts'

/** The unit of one's own matter; that of anybody else is not there. */
export async function whereMyMatterIs({ matterId }: { matterId: string }, { tx, actor }: ViewContext): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode; type_code: string; type_version: number }>(
    'select unit_code, type_code, type_version from casework.matters where id = $1 and person_id = $2',
    [matterId, ownPerson(actor)],
  )
  const row = rows[0]
  return row && isShownTo(actor, getMatterType(row.type_code, row.type_version)) ? row.unit_code : undefined
}

/** Takes a step of the applicant. */
export const stepMine = action(contract.stepMine, {
  grant: 'own.write',
  where: whereMyMatterIs,
  refusals: STEP_REFUSALS,
  async run(context, input) {
    const matter = await lockMatter(context, { id: input.matterId, unitCode: context.unitCode })
    if (!covers(context.actor, matter.row.type_code)) return refuse({ code: 'outside-authority' })
    const seat = stepsFor(matter.rules, matter.state, ['applicant']).includes(input.step) ? ('applicant' as const) : undefined
    const channel = context.actor.person?.agent ? ('agent' as const) : ('me' as const)
    return await stepIn(context, matter, { input: { ...input, channel }, seat })
  },
})
