import { view } from '../../../../platform/actions/declare.ts'
import { findFile } from '../../../registry/index.ts'
import type { MyKind } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { kindOf } from '../matters/kinds/kind-of-type.ts'
import { listMatterTypes } from '../matters/load-types.ts'
import { findStanding } from '../matters/standing-matters.ts'
import { shownAnswers } from '../matters/steps/known-answers.ts'
import { covers, ownPerson, whereOwnFileIs } from './own-person.ts'

export const listMyKinds = view(contract.listMyKinds, {
  grant: 'own.read',
  where: whereOwnFileIs,
  async run(context, { typeCode }) {
    const file = await findFile(context, ownPerson(context.actor))
    if (!file) return undefined
    const standing = await findStanding(context, ownPerson(context.actor))
    const types = listMatterTypes(context.today).filter(
      ({ code, onMe, begins }) => onMe && begins.by.includes('applicant') && (typeCode === undefined || code === typeCode),
    )
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
