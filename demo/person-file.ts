import { addDays, ageOn, daysInMonth, type PlainDate } from '../src/kernel/plain-date.ts'
import type { FileState, IdentityState, PersonState } from '../src/modules/registry/index.ts'
import { classFor, type DemoClass, disabilityFor, furtherClass } from './classes.ts'
import type { Dice } from './dice.ts'
import { demoPhone, kinFor } from './kin-state.ts'
import { livingOf } from './living-state.ts'
import { nameFor } from './names.ts'
import type { Place } from './places.ts'
import { serviceFor } from './service-state.ts'

/** What the worked example wants of a person; everything else is chance. */
export interface Wanted {
  readonly name?: string
  readonly sex?: 'male' | 'female'
  readonly age?: number
  readonly classCode?: string
  readonly address?: string
}

export interface FileOf {
  readonly place: Place
  readonly today: PlainDate
  /** When the station asked; who came home later was asked later. */
  readonly askedOn: PlainDate
  readonly wanted?: Wanted | undefined
  readonly giveCitizenId: (dice: Dice, born: { bureau: string; bornOn: PlainDate; sex: string }) => string
}

const CERTIFICATE = ['残疾军人证', '退出现役证', '优待证', '烈士证明书']

function bornAt(dice: Dice, age: number, today: PlainDate): PlainDate {
  const month = dice.between(1, 12)
  const year = Number(today.slice(0, 4)) - age
  const bornOn =
    `${year}-${String(month).padStart(2, '0')}-${String(dice.between(1, daysInMonth(year, month))).padStart(2, '0')}` as PlainDate
  return ageOn(bornOn, today) === age ? bornOn : (`${year - 1}${bornOn.slice(4) === '-02-29' ? '-02-28' : bornOn.slice(4)}` as PlainDate)
}

function drawClass(dice: Dice, code: string | undefined): DemoClass {
  for (;;) {
    const drawn = classFor(dice)
    if (code === undefined || drawn.code === code) return drawn
  }
}

function identitiesOf(dice: Dice, { kind, from, isSure }: { kind: DemoClass; from: PlainDate; isSure: boolean }): IdentityState[] {
  const further = isSure ? undefined : furtherClass(dice, kind.code)
  return [kind.code, ...(further ? [further] : [])].map((classCode) => ({
    id: dice.uuid(0),
    classCode,
    ...(classCode.startsWith('DIS-') || classCode === 'DIS' ? disabilityFor(dice) : { grade: null, cause: null }),
    basis: dice.isLucky(0.5) ? `${dice.pick(CERTIFICATE)}（演示）` : null,
    status: dice.isLucky(0.85) ? 'confirmed' : dice.isLucky(0.5) ? 'evidenceChecked' : 'claimed',
    fromOn: from,
    toOn: null,
  }))
}

/** A whole file as a station would have captured it, and the day on which it did. */
export function makeFile(
  dice: Dice,
  { place, today, askedOn, wanted, giveCitizenId }: FileOf,
): { state: FileState; capturedOn: PlainDate } {
  const kind = drawClass(dice, wanted?.classCode)
  const age = wanted?.age ?? dice.between(...kind.ages)
  const sex = wanted?.sex ?? (dice.isLucky(kind.men) ? 'male' : 'female')
  const bornOn = bornAt(dice, age, today)
  // A third of the files wait for somebody to ask again.
  const isThin = !wanted && dice.isLucky(0.36)
  const name = wanted?.name ?? nameFor(dice, { year: Number(bornOn.slice(0, 4)), sex })
  const person: PersonState = {
    name,
    citizenId: giveCitizenId(dice, { bureau: place.code.slice(0, 6), bornOn, sex }),
    sex,
    bornOn,
    phone: dice.isLucky(age > 85 ? 0.7 : 0.97) ? demoPhone(dice) : null,
    householdRegion: place.code,
    deceasedOn: null,
    status: 'active',
    mergedInto: null,
    ...livingOf(dice, { place, age, isThin }),
    ...(wanted?.address ? { address: wanted.address } : {}),
  }
  const service = kind.served ? [serviceFor(dice, { kind, bornOn, today, isThin })] : []
  const from = service[0]?.dischargedOn ?? addDays(askedOn, -dice.between(0, 900))
  const kin = isThin && dice.isLucky(0.6) ? [] : kinFor(dice, { person, today })
  const identities = identitiesOf(dice, { kind, from, isSure: wanted !== undefined })
  const home = addDays(from, dice.between(3, 40))
  const [capturedOn = today] = [askedOn > home ? askedOn : home, addDays(today, -1)].toSorted()
  return { state: { person, service, identities, kin }, capturedOn }
}
