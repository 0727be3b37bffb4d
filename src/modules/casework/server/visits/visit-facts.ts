import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { VisitFields } from '../../contract.ts'

/**
 * What a visit adds to the figures of the station: one visit (次) with its persons (人次, 人), each of the six
 * deliveries, and the value of goods. `sign` −1 takes exactly the same back.
 */
export function emitVisitFacts(context: ActionContext, fields: VisitFields, sign: 1 | -1): void {
  const { doneOn: on, unitCode, personIds, reason, way } = fields
  context.fact({ kind: 'visit.done', on, unitCode, personIds, quantity: sign, dimensions: { reason, way } })
  for (const delivery of fields.deliveries) {
    context.fact({ kind: 'delivery.made', on, unitCode, personIds, quantity: sign, dimensions: { delivery } })
  }
  const value = BigInt(fields.goodsValueFen)
  if (value > 0n) context.fact({ kind: 'visit.goodsFen', on, unitCode, quantity: value * BigInt(sign) })
}
