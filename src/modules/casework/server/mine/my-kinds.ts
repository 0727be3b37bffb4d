import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findFile } from '../../../registry/index.ts'
import type { MyKind } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { kindOf } from '../matters/kinds/kind-of-type.ts'
import { listMatterTypes } from '../matters/load-types.ts'
import { shownAnswers } from '../matters/steps/known-answers.ts'
import { covers, ownPerson, whereOwnFileIs } from './own-person.ts'

async function findLiving({ tx, actor }: ViewContext): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ type_code: string; id: string }>(
    'select type_code, id from casework.matters where person_id = $1 and once_key is not null',
    [ownPerson(actor)],
  )
  return new Map(rows.map(({ type_code, id }) => [type_code, id]))
}

export const listMyKinds = view(contract.listMyKinds, {
  grant: 'own.read',
  where: whereOwnFileIs,
  async run(context, { typeCode }) {
    const file = await findFile(context, ownPerson(context.actor))
    if (!file) return undefined
    const living = await findLiving(context)
    const types = listMatterTypes(context.today).filter(
      ({ code, onMe, begins }) => onMe && begins.by.includes('applicant') && (typeCode === undefined || code === typeCode),
    )
    return {
      kinds: types.map(
        (type): MyKind => ({
          kind: kindOf(type),
          known: shownAnswers(type, file.state),
          openId: type.once === undefined ? null : (living.get(type.code) ?? null),
          isOutside: !covers(context.actor, type.code),
        }),
      ),
    }
  },
})
