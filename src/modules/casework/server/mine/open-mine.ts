import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findFile } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findMatterType } from '../matters/load-types.ts'
import { withKnown } from '../matters/steps/known-answers.ts'
import { BEGIN_REFUSALS, beginMatter } from '../matters/steps/open-matter.ts'
import { covers, ownPerson, whereOwnFileIs } from './own-person.ts'

/** Begins a matter from /me: by the person, or by somebody with authority for such matters. */
export const openMine = action(contract.openMine, {
  grant: 'own.write',
  where: whereOwnFileIs,
  refusals: { ...BEGIN_REFUSALS, 'outside-authority': 409, 'not-on-me': 409 },
  async run(context, { typeCode, answers }) {
    const type = findMatterType(typeCode, context.today)
    if (!type) return refuse({ code: 'no-such-kind' })
    if (!(type.onMe && type.begins.by.includes('applicant'))) return refuse({ code: 'not-on-me' })
    if (!covers(context.actor, typeCode)) return refuse({ code: 'outside-authority' })
    const personId = ownPerson(context.actor)
    const file = await findFile(context, personId)
    if (!file) return refuse({ code: 'person-not-found' })
    const channel = context.actor.person?.agent ? 'agent' : 'me'
    const begun = await beginMatter(context, {
      type,
      unitCode: file.unitCode,
      personId,
      seat: 'applicant',
      channel,
      answers: withKnown(type, file.state, answers),
    })
    return begun.ok ? ok(begun.value) : begun
  },
})
