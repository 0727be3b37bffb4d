import { addDays } from '../../../../kernel/plain-date.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { measureCompleteness } from '../../domain/completeness.ts'
import { isOpenFile, type PersonState } from '../../domain/file-state.ts'
import { wherePersonIs } from '../file/edit-file.ts'
import { entitlementClasses, findClass } from '../file/entitlement-classes.ts'
import { findFile } from '../file/load-file.ts'
import { maskedFile } from '../file/masking.ts'
import { unmaskDailyLimit } from '../unmask/unmask-person.ts'

/** What this reader may do with a file in this state. */
function canOf({ grants }: Actor, person: PersonState): contract.PersonFile['can'] {
  const isOpen = isOpenFile(person)
  const mayWrite = isOpen && grants.has('person.write')
  return {
    change: mayWrite,
    recordDeath: mayWrite && person.deceasedOn === null,
    undoDeath: mayWrite && person.deceasedOn !== null,
    archive: mayWrite,
    reopen: person.status === 'archived' && grants.has('person.write'),
    unmask: grants.has('person.unmask'),
    merge: isOpen && grants.has('person.merge'),
    transfer: isOpen && grants.has('person.transfer'),
    readVisits: grants.has('visit.read'),
    recordVisit: isOpen && grants.has('visit.write'),
  }
}

export const getPerson = view(contract.getPerson, {
  grant: 'person.read',
  where: wherePersonIs,
  async run(context, { personId }) {
    const file = await findFile(context, personId)
    if (!file) return undefined
    const { rows } = await context.tx.query<{ seen: number }>(
      'select count(*)::int as seen from registry.unmaskings where bureau_code = left($1, 6) and person_id = $2 and on_day > $3',
      [file.unitCode, personId, addDays(context.today, -90)],
    )
    return {
      ...maskedFile(file, context.today),
      missing: measureCompleteness(file.state, findClass).missing,
      unmaskings90: rows[0]?.seen ?? 0,
      can: canOf(context.actor, file.state.person),
    }
  },
})

export const listCodes = view(contract.listCodes, {
  grant: 'person.read',
  where: (_input, { actor }) => actor.unitCode,
  run: async (context) => ({ classes: [...entitlementClasses], unmaskLimit: await unmaskDailyLimit(context) }),
})
