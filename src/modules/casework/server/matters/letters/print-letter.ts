import { view } from '../../../../../platform/actions/declare.ts'
import * as contract from '../../../contract.ts'
import { findMatter, whereMatterIs } from '../matter-rows.ts'
import { letterOf } from './letter-of.ts'

/** A letter as the page shows and prints it: masked, as everything on a page is. */
export const printLetter = view(contract.printLetter, {
  grant: 'matter.read',
  where: whereMatterIs,
  async run(context, { matterId, letter }) {
    const matter = await findMatter(context, matterId)
    return matter && (await letterOf(context, matter, { letter, isFull: false }))
  },
})
