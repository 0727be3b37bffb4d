import type { DeskMaker, PersonMade } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'
import { householdOf } from '../places.ts'
import type { Asking } from './asking.ts'

type Parts = Readonly<Record<'identities' | 'kin', readonly { readonly id: string }[]>>

/** Opens files of people whom nobody else in this world is like, each with an identity and a spouse. */
export function peopleOn({ remember }: Grounds, { done, seen, fresh }: Asking): Pick<DeskMaker, 'person'> {
  async function person(unit: string): Promise<PersonMade> {
    const { name, citizenId, phone, address } = fresh()
    const asked = {
      unitCode: unit,
      person: { name, citizenId, phone, address, householdRegion: householdOf(unit) },
      identities: [{ classCode: 'KIN-M', fromOn: '2020-01-01' }],
      kin: [{ relation: 'spouse', name: fresh().name }],
    }
    const { personId = '' } = await done('person.capture', { touches: unit }, asked)
    remember(personId, { kind: 'person', unit })
    const { identities, kin } = (await seen('person.get', { touches: unit }, { personId })) as Parts
    const [identityId = '', kinId = ''] = [identities[0]?.id, kin[0]?.id]
    for (const id of [identityId, kinId]) remember(id, { kind: 'work', unit })
    return { id: personId, unit, name, citizenId, phone, identityId, kinId }
  }
  return { person }
}
