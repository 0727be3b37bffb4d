import { action } from '../../../platform/actions/declare.ts'
import * as contract from '../contract.ts'
import { openAccreditation } from './accreditation/open-accreditation.ts'
import { prepareAccreditation, reviewAccreditation } from './accreditation/take-step.ts'
import { changeUnit } from './change-unit.ts'
import { handOver } from './hand-over/hand-over.ts'
import { openUnit } from './open-unit.ts'
import { appointStaff, endStaffPost } from './staff-posts.ts'

const atUnit = { grant: 'unit.write', where: (input: { readonly unitCode: contract.ServiceUnit['unitCode'] }) => input.unitCode } as const

export const actions = [
  action(contract.openUnit, {
    ...atUnit,
    refusals: {
      'unknown-division': 422,
      'abolished-division': 422,
      'kind-does-not-suit-tier': 422,
      'unit-exists': 409,
      'already-open': 409,
      'unknown-codes': 422,
      'opens-in-future': 422,
      'opened-on-missing': 422,
    },
    run: openUnit,
  }),
  action(contract.changeUnit, {
    ...atUnit,
    refusals: {
      'unit-not-found': 404,
      'changed-meanwhile': 409,
      'cannot-become': 409,
      'closed-before-opened': 422,
      'closes-in-future': 422,
      'merged-into-missing': 422,
      'still-holds': 409,
      'may-not-hand-over': 409,
      'not-handed-over': 409,
      'already-open': 409,
      'unknown-codes': 422,
      'opens-in-future': 422,
      'opened-on-missing': 422,
    },
    run: changeUnit,
  }),
  action(contract.appointStaff, {
    ...atUnit,
    refusals: { 'unit-not-found': 404, 'unit-is-over': 409, 'ends-before-start': 422, 'period-overlaps': 409, 'unknown-codes': 422 },
    run: appointStaff,
  }),
  handOver,
  action(contract.endStaffPost, {
    ...atUnit,
    refusals: { 'post-not-found': 404, 'already-ended': 409, 'ends-before-start': 422 },
    run: endStaffPost,
  }),
  openAccreditation,
  prepareAccreditation,
  reviewAccreditation,
]
