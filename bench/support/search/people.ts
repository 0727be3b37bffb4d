import { diceOf } from '../../../demo/dice.ts'
import { nameFor } from '../../../demo/names.ts'
import { makeCitizenId } from '../../../src/kernel/citizen-id.ts'
import { addDays, type PlainDate } from '../../../src/kernel/plain-date.ts'

/** One of the people who are searched: all of it follows from the number, so nothing of it has to be kept. */
export interface BenchPerson {
  readonly number: number
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly citizenId: string
  readonly bornOn: PlainDate
  readonly sex: 'male' | 'female'
}

/** So many names are drawn, as often each as people bear them, and borne by ten people and more each. */
const DRAWN = 250_000
const DAYS = 20_000
const FIRST_DAY = '1944-01-01' as PlainDate

const ID_START = '0198a000-0000-7000-8000-'
/** Odd and no multiple of five: a person's phone is as far from the neighbour's as any other. */
const PHONE_STEP = 61_803_399
const SEQUENCE_STEP = 617

export const numberOfId = (id: string): number => Number.parseInt(id.slice(ID_START.length), 16)

/** Numbers end evenly in anything: of three million, three hundred share the last four digits of a phone. */
export function personOf(number: number): BenchPerson {
  const bornOn = addDays(FIRST_DAY, number % DAYS)
  const sequence = (number * SEQUENCE_STEP + Math.floor(number / DAYS) * 7) % 1000
  return {
    number,
    id: ID_START + number.toString(16).padStart(12, '0'),
    name: nameOf(number % DRAWN),
    phone: `100${String(Number((BigInt(number) * BigInt(PHONE_STEP)) % 100_000_000n)).padStart(8, '0')}`,
    citizenId: makeCitizenId({ region6: '990112', bornOn, sequence }),
    bornOn,
    sex: sequence % 2 === 1 ? 'male' : 'female',
  }
}

const names: string[] = []

function nameOf(draw: number): string {
  const known = names[draw]
  if (known !== undefined) return known
  const dice = diceOf('search', draw)
  const name = nameFor(dice, { year: dice.between(1940, 2003), sex: dice.isLucky(0.9) ? 'male' : 'female' })
  names[draw] = name
  return name
}
