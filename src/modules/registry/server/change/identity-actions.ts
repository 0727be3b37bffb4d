import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { mayMove } from '../../domain/check-identity.ts'
import { type FileState, type IdentityState, isOpenIdentity } from '../../domain/file-state.ts'
import { readIdentity } from '../file/check-file.ts'
import { wherePersonIs } from '../file/edit-file.ts'
import { editPart } from '../file/edit-part.ts'

const replaced = (state: FileState, identity: IdentityState): FileState => ({
  ...state,
  identities: state.identities.map((one) => (one.id === identity.id ? identity : one)),
})

export const addIdentity = action(contract.addIdentity, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'invalid-fields': 422, 'already-held': 409, 'file-closed': 409 },
  async run(context, input) {
    return await editPart(context, input, {
      id: context.actionId,
      change({ state }) {
        const about = { bornOn: state.person.bornOn, today: context.today, at: 'identity.', id: context.actionId }
        const { value, issues } = readIdentity(input.identity, about)
        if (issues.length > 0) return refuse({ code: 'invalid-fields' as const, issues: [...issues] })
        const isHeld = state.identities.some((one) => isOpenIdentity(one) && one.classCode === value.classCode)
        return isHeld ? refuse({ code: 'already-held' as const }) : ok({ ...state, identities: [...state.identities, value] })
      },
    })
  },
})

export const setIdentityStatus = action(contract.setIdentityStatus, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'no-such-part': 404, 'file-closed': 409, 'not-from-here': 409 },
  async run(context, input) {
    return await editPart(context, input, {
      id: input.identityId,
      change({ state }) {
        const identity = state.identities.find(({ id }) => id === input.identityId)
        if (!identity) return refuse({ code: 'no-such-part' as const })
        if (!mayMove(identity.status, input.status)) return refuse({ code: 'not-from-here' as const, status: identity.status })
        return ok(replaced(state, { ...identity, status: input.status }))
      },
    })
  },
})

export const endIdentity = action(contract.endIdentity, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'invalid-fields': 422, 'no-such-part': 404, 'file-closed': 409 },
  async run(context, input) {
    return await editPart(context, input, {
      id: input.identityId,
      change({ state }) {
        const identity = state.identities.find((one) => one.id === input.identityId && isOpenIdentity(one))
        if (!identity) return refuse({ code: 'no-such-part' as const })
        const wrong = input.toOn > context.today ? 'in-future' : input.toOn < identity.fromOn ? 'out-of-order' : undefined
        if (wrong) return refuse({ code: 'invalid-fields' as const, issues: [{ field: 'toOn', code: wrong }] })
        return ok(replaced(state, { ...identity, status: 'ended', toOn: input.toOn }))
      },
    })
  },
})
