import { ok } from '../../../../kernel/result.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findFile, findPersonUnit } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { contestedFields, insertClaim } from './claim-rows.ts'

/** What the file says now in the fields that the device wanted to change. */
async function valuesNow(
  context: Pick<ViewContext, 'tx' | 'secrets'>,
  personId: string | undefined,
  fields: readonly string[],
): Promise<Record<string, unknown>> {
  if (personId === undefined || fields.length === 0) return {}
  const person: Record<string, unknown> = { ...(await findFile(context, personId))?.state.person }
  return Object.fromEntries(fields.filter((field) => field in person).map((field) => [field, person[field]]))
}

export const contestItem = action(contract.contestItem, {
  grant: 'field.take',
  /** With the file of the person; where that is out of reach by now (moved, merged, handed over), at the station that recorded it. */
  where: async ({ unitCode, personId }, { tx }) => (personId && (await findPersonUnit(tx, personId))) || unitCode,
  refusals: {},
  async run(context: ActionContext, { itemId, action: name, body, code, capturedAt, personId }) {
    const known = personId !== undefined && (await findPersonUnit(context.tx, personId)) === context.unitCode
    const fields = Object.keys(contestedFields({ body, before: {} }))
    const said = { body, before: await valuesNow(context, personId, fields) }
    const id = await insertClaim(context, { itemId, action: name, code, personId: known ? personId : undefined, said, capturedAt })
    context.note({ item: itemId, action: name, code })
    if (known) context.subject(personId)
    return ok({ id })
  },
})
