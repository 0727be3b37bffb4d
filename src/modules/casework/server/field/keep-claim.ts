import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import { findFile, findPersonUnit } from '../../../registry/index.ts'
import { contestedFields, insertClaim } from './claim-rows.ts'

/** An item that the server could not take, as its device recorded it. */
export interface Refused {
  readonly itemId: string
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
  readonly code: string
  readonly capturedAt: string
  /** Whom it is about, where that is known at the place of the claim. */
  readonly personId: string | undefined
}

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

/** Keeps it as a claim at the place of the action, beside what the server has, once for each item of an account. Gives its id. */
export async function keepClaim(context: ActionContext, refused: Refused): Promise<string> {
  const { body, personId, ...said } = refused
  const known = personId !== undefined && (await findPersonUnit(context.tx, personId)) === context.unitCode ? personId : undefined
  const fields = Object.keys(contestedFields({ body, before: {} }))
  const before = await valuesNow(context, personId, fields)
  context.note({ item: said.itemId, action: said.action, code: said.code })
  if (known !== undefined) context.subject(known)
  return await insertClaim(context, { ...said, personId: known, said: { body, before } })
}
