import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import type { FileState } from '../../domain/file-state.ts'
import { editFile, editSeenFile, wherePersonIs } from '../file/edit-file.ts'
import { lockFile } from '../file/load-file.ts'
import { emitStocks } from '../file/registry-facts.ts'
import { saveFile } from '../file/save-file.ts'

export const recordDeath = action(contract.recordDeath, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'invalid-fields': 422, 'file-closed': 409, 'already-recorded': 409 },
  async run(context, input) {
    const { deceasedOn, document } = input
    const saved = await editFile(context, {
      personId: input.personId,
      why: { reason: input.reason, source: document },
      change({ state }) {
        const { person } = state
        if (person.deceasedOn !== null) return refuse({ code: 'already-recorded' as const, deceasedOn: person.deceasedOn })
        const wrong = deceasedOn > context.today ? 'in-future' : deceasedOn < person.bornOn ? 'before-birth' : undefined
        if (wrong) return refuse({ code: 'invalid-fields' as const, issues: [{ field: 'deceasedOn', code: wrong }] })
        return ok({ ...state, person: { ...person, deceasedOn, status: 'deceased' as const } })
      },
    })
    if (saved.ok) context.fact({ kind: 'person.died', on: deceasedOn, personIds: [input.personId] })
    return saved
  },
})

/** The counter-record of a death: on the same day, so that the figures of that day are as they would have been. */
export const undoDeath = action(contract.undoDeath, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'file-closed': 409, 'no-such-death': 409 },
  async run(context, input) {
    const { personId, deceasedOn } = input
    const saved = await editFile(context, {
      personId,
      why: input,
      change({ state }) {
        const { person } = state
        if (person.deceasedOn !== deceasedOn) return refuse({ code: 'no-such-death' as const })
        return ok({ ...state, person: { ...person, deceasedOn: null, status: 'active' as const } })
      },
    })
    if (saved.ok) context.fact({ kind: 'person.died', on: deceasedOn, personIds: [personId], quantity: -1 })
    return saved
  },
})

export const archivePerson = action(contract.archivePerson, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'changed-meanwhile': 409, 'file-closed': 409 },
  async run(context, input) {
    const saved = await editSeenFile(context, {
      personId: input.personId,
      seen: { version: input.version, wanted: ['status', 'deceasedOn'] },
      why: input,
      change: ({ state }) => ok({ ...state, person: { ...state.person, status: 'archived' as const } }),
    })
    if (saved.ok)
      context.fact({ kind: 'person.archived', on: context.today, personIds: [input.personId], dimensions: { ground: input.ground } })
    return saved
  },
})

export const reopenPerson = action(contract.reopenPerson, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'not-archived': 409 },
  async run(context, { personId, reason }) {
    const file = await lockFile(context, personId)
    if (file?.state.person.status !== 'archived') return refuse({ code: 'not-archived' })
    const { unitCode, state } = file
    const status = state.person.deceasedOn === null ? 'active' : 'deceased'
    const after: FileState = { ...state, person: { ...state.person, status } }
    emitStocks(context, personId, { before: { unitCode, state }, after: { unitCode, state: after } })
    context.fact({ kind: 'person.archived', on: context.today, personIds: [personId], quantity: -1, dimensions: { ground: 'reopened' } })
    return ok(await saveFile(context, file, { after, why: { reason } }))
  },
})
