import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { checkFields } from '../../domain/check-fields.ts'
import { checkService } from '../../domain/check-service.ts'
import { FILE_FIELDS } from '../../domain/codes.ts'
import type { FieldIssue } from '../../domain/field-issue.ts'
import type { FileField, FileState, PersonState } from '../../domain/file-state.ts'
import { readService } from '../file/check-file.ts'
import { regionIssues } from '../file/check-regions.ts'
import { claimCitizen, releaseCitizen } from '../file/claim-citizen.ts'
import { editSeenFile, wherePersonIs } from '../file/edit-file.ts'

export const changePerson = action(contract.changePerson, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'invalid-fields': 422, 'already-registered': 409, 'registered-elsewhere': 409, 'changed-meanwhile': 409, 'file-closed': 409 },
  async run(context, input) {
    const { changes, personId } = input
    const { values, issues } = checkFields(changes, context.today)
    const misplaced = await regionIssues(context, [
      { field: 'householdRegion', code: changes.householdRegion },
      { field: 'residenceRegion', code: changes.residenceRegion },
    ])
    if (issues.length + misplaced.length > 0) return refuse({ code: 'invalid-fields', issues: [...issues, ...misplaced] })

    const wanted = FILE_FIELDS.filter((field): field is FileField => field in changes)
    const seen = { version: input.version, wanted }
    return await editSeenFile(context, {
      personId,
      seen,
      why: input,
      async change(file) {
        const person: PersonState = { ...file.state.person, ...values }
        const against = serviceAgainst(file.state, person.bornOn, context.today)
        if (against.length > 0) return refuse({ code: 'invalid-fields' as const, issues: against })
        if (person.citizenId !== file.state.person.citizenId) {
          const twin = await claimCitizen(context, { citizenId: person.citizenId, unitCode: file.unitCode, personId })
          if (twin) return refuse(twin)
          await releaseCitizen(context, file.state.person.citizenId, personId)
        }
        return ok({ ...file.state, person })
      },
    })
  },
})

/**
 * A corrected id number moves the day of birth: what is on the file must still be possible. Said of the number, which is
 * what was typed, and only of what the new day makes impossible: two merged files may have brought spells that overlap,
 * and a phone is corrected all the same.
 */
function serviceAgainst({ person, service }: FileState, bornOn: PlainDate, today: PlainDate): FieldIssue[] {
  if (bornOn === person.bornOn) return []
  const before = new Set(checkService(service, { bornOn: person.bornOn, today }).map(({ field, code }) => `${field} ${code}`))
  return checkService(service, { bornOn, today })
    .filter(({ field, code }) => !before.has(`${field} ${code}`))
    .map((issue) => ({ ...issue, field: 'citizenId' }))
}

export const setService = action(contract.setService, {
  grant: 'person.write',
  where: wherePersonIs,
  refusals: { 'invalid-fields': 422, 'changed-meanwhile': 409, 'file-closed': 409 },
  run: async (context, input) =>
    await editSeenFile(context, {
      personId: input.personId,
      seen: { version: input.version, wanted: ['service'] },
      why: input,
      change({ state }) {
        const about = { bornOn: state.person.bornOn, today: context.today, known: state.service }
        const { value, issues } = readService(input.service, about)
        return issues.length > 0 ? refuse({ code: 'invalid-fields' as const, issues: [...issues] }) : ok({ ...state, service: value })
      },
    }),
})
