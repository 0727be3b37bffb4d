import { addDays, type PlainDate } from '../../src/kernel/plain-date.ts'
import { openCitizenIds } from '../citizen-ids.ts'
import { diceOf } from '../dice.ts'
import { makeFile } from '../person-file.ts'
import { writePerson } from '../person-rows.ts'
import { signerOf } from './ground.ts'
import type { ScenarioGround, ScenarioPlace } from './scenario.ts'

export const CLIENT_TABLES = [
  'registry.people',
  'registry.citizen_directory',
  'registry.person_versions',
  'registry.service_records',
  'registry.entitled_identities',
  'registry.kin',
  'registry.search_keys',
] as const

/** Whose files stand at a station, in the order of their capture. */
interface Clients {
  readonly unitCode: ScenarioPlace['code']
  readonly personIds: readonly string[]
}

/**
 * Writes the files of the clients of some stations, as captured between the collection of 2018 and `until`; nobody has
 * died since. Stations must come in order of code. Tells of each station as soon as its files are written.
 */
export async function writeClients(
  { copier, secrets }: ScenarioGround,
  {
    stations,
    until,
    each,
  }: { stations: readonly { place: ScenarioPlace; people: number }[]; until: PlainDate; each?: (clients: Clients) => void },
): Promise<void> {
  const giveCitizenId = openCitizenIds([...new Set(stations.map(({ place }) => place.code.slice(0, 6)))])
  for (const { place, people } of stations) {
    const personIds: string[] = []
    for (let at = 0; at < people; at++) {
      const dice = diceOf('scenario-person', place.code, at)
      const askedOn = addDays('2018-12-01' as PlainDate, dice.below(400))
      const file = { place: { ...place, state: 'open', people } as const, today: until, askedOn, giveCitizenId }
      const { state, capturedOn } = makeFile(dice, file)
      const id = dice.uuid(Date.parse(capturedOn))
      writePerson(
        copier,
        { dice, secrets },
        { id, unitCode: place.code, state, capturedOn, capturedBy: signerOf(place.code), lastContactOn: null },
      )
      personIds.push(id)
      await copier.rest()
    }
    each?.({ unitCode: place.code, personIds })
  }
}
