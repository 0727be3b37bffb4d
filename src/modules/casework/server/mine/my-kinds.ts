import { view } from '../../../../platform/actions/declare.ts'
import { findFile } from '../../../registry/index.ts'
import type { MyKind } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { factsOf } from '../../domain/eligibility/facts-of-file.ts'
import type { MatterType } from '../../domain/matters/matter-type.ts'
import { kindOf } from '../matters/kinds/kind-of-type.ts'
import { listMatterTypes } from '../matters/load-types.ts'
import { findStanding } from '../matters/standing-matters.ts'
import { shownAnswers } from '../matters/steps/known-answers.ts'
import { covers, ownPerson, whereOwnFileIs } from './own-person.ts'

/** Reporting in is nothing to offer to somebody discharged long ago. What the file does not say keeps nobody from asking. */
const isInTime = ({ onMeAfterDischarge: days }: MatterType, since: number | undefined): boolean =>
  days === undefined || since === undefined || since <= days

export const listMyKinds = view(contract.listMyKinds, {
  grant: 'own.read',
  where: whereOwnFileIs,
  async run(context, { typeCode }) {
    const file = await findFile(context, ownPerson(context.actor))
    if (!file) return undefined
    const standing = await findStanding(context, ownPerson(context.actor))
    const { person, identities, service } = file.state
    const { bornOn, deceasedOn } = person
    const { daysSinceDischarge } = factsOf({ bornOn, deceasedOn, identities, service }, context.today)
    const types = listMatterTypes(context.today)
      .filter(({ code, onMe, begins }) => onMe && begins.by.includes('applicant') && (typeCode === undefined || code === typeCode))
      .filter((type) => isInTime(type, daysSinceDischarge) || standing.has(type.code))
    return {
      kinds: types.map(
        (type): MyKind => ({
          kind: kindOf(type),
          known: shownAnswers(type, file.state),
          openId: standing.get(type.code)?.id ?? null,
          isDone: standing.get(type.code)?.isDone ?? false,
          isOutside: !covers(context.actor, type.code),
        }),
      ),
    }
  },
})
