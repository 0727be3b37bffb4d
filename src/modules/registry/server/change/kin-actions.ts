import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { readKin } from '../file/check-file.ts'
import { wherePersonIs } from '../file/edit-file.ts'
import { editPart } from '../file/edit-part.ts'

export const addKin = action(contract.addKin, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'invalid-fields': 422, 'file-closed': 409 },
  async run(context, input) {
    return await editPart(context, input, {
      id: context.actionId,
      change({ state }) {
        const { value, issues } = readKin(input.kin, { today: context.today, at: 'kin.', id: context.actionId })
        return issues.length > 0
          ? refuse({ code: 'invalid-fields' as const, issues: [...issues] })
          : ok({ ...state, kin: [...state.kin, value] })
      },
    })
  },
})

export const changeKin = action(contract.changeKin, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'invalid-fields': 422, 'no-such-part': 404, 'file-closed': 409 },
  async run(context, input) {
    return await editPart(context, input, {
      id: input.kinId,
      change({ state }) {
        const member = state.kin.find(({ id }) => id === input.kinId)
        if (!member) return refuse({ code: 'no-such-part' as const })
        const typed = { ...member, ...withoutGaps(input.changes) }
        const { value, issues } = readKin(typed, { today: context.today, at: 'kin.', id: member.id })
        if (issues.length > 0) return refuse({ code: 'invalid-fields' as const, issues: [...issues] })
        return ok({ ...state, kin: state.kin.map((one) => (one.id === value.id ? value : one)) })
      },
    })
  },
})

/** What was left out is no change; only what is there, null included, is. */
const withoutGaps = <T extends object>(changes: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> }

export const removeKin = action(contract.removeKin, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'no-such-part': 404, 'file-closed': 409 },
  async run(context, input) {
    return await editPart(context, input, {
      id: input.kinId,
      change: ({ state }) =>
        state.kin.some(({ id }) => id === input.kinId)
          ? ok({ ...state, kin: state.kin.filter(({ id }) => id !== input.kinId) })
          : refuse({ code: 'no-such-part' as const }),
    })
  },
})
