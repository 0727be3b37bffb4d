import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import type { ServiceUnit, StaffPost } from '../contract.ts'

interface Change {
  readonly on: PlainDate
  /** +1 where something begins, -1 where it ends: their sum is how many there are. */
  readonly quantity: 1 | -1
}

/** 处: `unit.open`, by kind and tier; and `place.covered`, since a division has one open centre or station, branches aside. */
export function emitOpenUnit(context: ActionContext, unit: ServiceUnit, { on, quantity }: Change): void {
  const covers = (unit.kind === 'centre' || unit.kind === 'station') && !unit.isBranch
  if (covers) context.fact({ kind: 'place.covered', on, unitCode: unit.unitCode, quantity, dimensions: { tier: unit.tier } })
  context.fact({ kind: 'unit.open', on, unitCode: unit.unitCode, quantity, dimensions: { kind: unit.kind, tier: unit.tier } })
}

/** 人: `staff.post`, by kind of post. The end counts from the day after the last. */
export function emitStaffServing(context: ActionContext, post: StaffPost, { on, quantity }: Change): void {
  const dimensions = { postType: post.postType, isVeteran: post.isVeteran ? 'yes' : 'no', isPartyMember: post.isPartyMember ? 'yes' : 'no' }
  context.fact({ kind: 'staff.post', on, unitCode: post.unitCode, quantity, dimensions })
}
