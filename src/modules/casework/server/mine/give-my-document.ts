import { refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { lockMatter } from '../matters/matter-rows.ts'
import { giveIn } from '../matters/papers/give-document.ts'
import { covers } from './own-person.ts'
import { whereMyMatterIs } from './step-mine.ts'

/** Gives a paper that was photographed on the person's own telephone. A paper may be given again: the office sees every copy. */
export const giveMyDocument = action(contract.giveMyDocument, {
  grant: 'own.write',
  where: whereMyMatterIs,
  refusals: { 'not-asked-for': 422, 'matter-closed': 409, 'file-not-found': 404, 'photo-wrong': 422, 'outside-authority': 409 },
  async run(context, { matterId, code, fileId }) {
    const matter = await lockMatter(context, { id: matterId, unitCode: context.unitCode })
    if (!covers(context.actor, matter.row.type_code)) return refuse({ code: 'outside-authority' })
    return await giveIn(context, matter, { code, how: 'kept', fileId })
  },
})
