import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { PersonId } from '../../../../kernel/id.ts'
import { regionOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { checkFields } from '../../domain/check-fields.ts'
import type { FieldIssue } from '../../domain/field-issue.ts'
import type { FileState, PersonState } from '../../domain/file-state.ts'
import { readIdentity, readKin, readService } from '../file/check-file.ts'
import { regionIssues } from '../file/check-regions.ts'
import { claimCitizen } from '../file/claim-citizen.ts'
import { emitStocks } from '../file/registry-facts.ts'
import { insertFile } from '../file/save-file.ts'

type Capture = z.output<typeof contract.capturePerson.input>

export const capturePerson = action(contract.capturePerson, {
  grant: 'person.write',
  where: (input) => input.unitCode,
  refusals: { 'invalid-fields': 422, 'already-registered': 409, 'registered-elsewhere': 409 },
  async run(context, input) {
    const { state, issues } = readCapture(context, input)
    const { householdRegion, residenceRegion } = input.person
    const misplaced = await regionIssues(context, [
      { field: 'unitCode', code: regionOf(input.unitCode) },
      { field: 'householdRegion', code: householdRegion },
      { field: 'residenceRegion', code: residenceRegion },
    ])
    if (!state || misplaced.length > 0) return refuse({ code: 'invalid-fields', issues: [...issues, ...misplaced] })

    const personId = PersonId.parse(context.actionId)
    const twin = await claimCitizen(context, { citizenId: state.person.citizenId, unitCode: input.unitCode, personId })
    if (twin) return refuse(twin)
    const saved = await insertFile(context, { id: personId, state }, { reason: '建档', source: input.source })
    context.fact({ kind: 'person.captured', on: context.today, personIds: [personId], dimensions: { sex: state.person.sex } })
    emitStocks(context, personId, { after: { unitCode: input.unitCode, state } })
    return ok({ ...saved, personId })
  },
})

const EMPTY = {
  phone: null,
  address: null,
  bankCard: null,
  residenceRegion: null,
  politicalStatus: null,
  maritalStatus: null,
  education: null,
  employment: null,
  living: null,
  deceasedOn: null,
  mergedInto: null,
} as const

/** Everything that was typed, read and checked; no state where anything is wrong. */
export function readCapture(
  { today }: Pick<ActionContext, 'today'>,
  input: Omit<Capture, 'unitCode'>,
): { state?: FileState; issues: FieldIssue[] } {
  const fields = checkFields(input.person, today)
  const bornOn = fields.values.bornOn ?? today
  const service = readService(input.service, { bornOn, today })
  const ids = input.identities.map((typed, at) => readIdentity(typed, { bornOn, today, at: `identities.${at}.`, id: uuidv7() }))
  const kin = input.kin.map((typed, at) => readKin(typed, { today, at: `kin.${at}.`, id: uuidv7() }))
  const twice = input.identities.flatMap(({ classCode }, at) =>
    input.identities.findIndex((other) => other.classCode === classCode) < at
      ? [{ field: `identities.${at}.classCode`, code: 'held-twice' }]
      : [],
  )
  // Days are measured from birth: while the id number is wrong, nothing can be said about them.
  const dated = fields.values.bornOn ? [...service.issues, ...ids.flatMap(({ issues }) => issues)] : []
  const issues = [...fields.issues, ...dated, ...twice, ...kin.flatMap((one) => one.issues)]
  if (issues.length > 0) return { issues }
  const person = { ...EMPTY, status: 'active', ...fields.values } as PersonState
  return {
    state: { person, service: service.value, identities: ids.map(({ value }) => value), kin: kin.map(({ value }) => value) },
    issues,
  }
}
