import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import type { ServiceUnit, StaffPost } from '../contract.ts'

interface Change {
  readonly on: PlainDate
  /** +1 where something begins, -1 where it ends: their sum is how many there are. */
  readonly quantity: 1 | -1
}

/** 处: `unit.open`, by kind and tier. */
export function emitOpenUnit(context: ActionContext, unit: ServiceUnit, { on, quantity }: Change): void {
  context.fact({ kind: 'unit.open', on, unitCode: unit.unitCode, quantity, dimensions: { kind: unit.kind, tier: unit.tier } })
}

/** 人: `staff.serving`, by kind of post. The end counts from the day after the last. */
export function emitStaffServing(context: ActionContext, post: StaffPost, { on, quantity }: Change): void {
  const dimensions = { postType: post.postType, isVeteran: post.isVeteran ? 'yes' : 'no', isPartyMember: post.isPartyMember ? 'yes' : 'no' }
  context.fact({ kind: 'staff.serving', on, unitCode: post.unitCode, quantity, dimensions })
}
