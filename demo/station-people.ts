import { addDays, daysBetween, type PlainDate } from '../src/kernel/plain-date.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import { type Contact, contactsFor } from './contacts.ts'
import type { TableCopier } from './copy-tables.ts'
import { type Dice, diceOf } from './dice.ts'
import type { Season } from './festivals.ts'
import { type FileOf, makeFile } from './person-file.ts'
import { writePerson } from './person-rows.ts'
import { type Place, WORKED_STATION } from './places.ts'
import { writeContacts } from './visit-rows.ts'
import { type Character, characterAt } from './worked-station.ts'

export interface Loading {
  readonly copier: TableCopier
  readonly secrets: Secrets
  readonly today: PlainDate
  /** The first day of the visits that are told. */
  readonly from: PlainDate
  readonly seasons: readonly Season[]
  /** The share of people whose visits are told: below one where fewer facts are wanted. */
  readonly visited: number
  readonly giveCitizenId: FileOf['giveCitizenId']
}

export interface Station {
  readonly place: Place
  readonly unitCode: string
  /** Who signs the records. */
  readonly recordedBy: string
}

/** The collection of 2018 and 2019 asked most; since then people are captured as they come home. */
function askedOn(dice: Dice, today: PlainDate): PlainDate {
  const begun = '2018-12-01' as PlainDate
  const days = Math.max(1, daysBetween(begun, today) - 2)
  return addDays(begun, dice.isLucky(0.7) ? dice.below(Math.min(400, days)) : dice.below(days))
}

/** Writes the people of one place with everything that was done for them. */
export async function writeStation(loading: Loading, station: Station): Promise<void> {
  const isWorked = station.place.code === WORKED_STATION
  for (let at = 0; at < station.place.people; at++) {
    writeOne(loading, station, { at, character: isWorked ? characterAt(at) : undefined })
    await loading.copier.rest()
  }
}

function writeOne(
  loading: Loading,
  { place, unitCode, recordedBy }: Station,
  { at, character }: { at: number; character: Character | undefined },
): void {
  const { copier, secrets, today, giveCitizenId } = loading
  const dice = diceOf('person', place.code, at)
  const asked = askedOn(dice, today)
  const wanted = character?.name === undefined ? undefined : character
  const made = makeFile(dice, { place, today, askedOn: asked, giveCitizenId, wanted })
  const capturedOn = character?.isNew ? addDays(today, character.dueIn - 15) : made.capturedOn
  const diedOn = character ? undefined : deathDay(dice, { capturedOn, today })
  const state = diedOn ? { ...made.state, person: { ...made.state.person, deceasedOn: diedOn, status: 'deceased' as const } } : made.state
  const id = dice.uuid(Date.parse(capturedOn))
  const contacts = contactsOf(dice, loading, { file: { ...made, capturedOn }, diedOn, character })
  const lastContactOn = contacts.findLast(({ doneOn }) => doneOn !== undefined)?.doneOn ?? null
  writePerson(copier, { dice, secrets }, { id, unitCode, state, capturedOn, capturedBy: recordedBy, lastContactOn })
  writeContacts(copier, { dice, secrets }, { personId: id, unitCode, recordedBy, contacts })
}

/** One in thirty-five died during the two years that are told. */
function deathDay(dice: Dice, { capturedOn, today }: { capturedOn: PlainDate; today: PlainDate }): PlainDate | undefined {
  const isDead = dice.isLucky(0.028)
  const day = addDays(today, -dice.between(12, 700))
  return isDead && day > addDays(capturedOn, 30) ? day : undefined
}

interface Known {
  readonly file: ReturnType<typeof makeFile>
  readonly diedOn: PlainDate | undefined
  readonly character: Character | undefined
}

function contactsOf(dice: Dice, { today, from, seasons, visited }: Loading, { file, diedOn, character }: Known): Contact[] {
  if (!character && !dice.isLucky(visited)) return []
  const { capturedOn, state } = file
  const subject = { bornOn: state.person.bornOn, classCodes: state.identities.map(({ classCode }) => classCode) }
  if (character?.isNew) {
    return [{ reason: 'firstVisit', doneOn: undefined, dueOn: addDays(capturedOn, 15), ruleCode: 'first-visit', plannedOn: capturedOn }]
  }
  return contactsFor(dice, { subject, capturedOn, from, until: today, seasons, diedOn, dueIn: character?.dueIn })
}
