import { ok } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findPersonUnit } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { keepClaim } from './keep-claim.ts'

export const contestItem = action(contract.contestItem, {
  grant: 'field.take',
  /** With the file of the person; where that is out of reach by now (moved, merged, handed over), at the station that recorded it. */
  where: async ({ unitCode, personId }, { tx }) => (personId && (await findPersonUnit(tx, personId))) || unitCode,
  refusals: {},
  async run(context, { unitCode: _, personId, ...item }) {
    return ok({ id: await keepClaim(context, { ...item, personId }) })
  },
})
