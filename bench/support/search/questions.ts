import type { Dice } from '../../../demo/dice.ts'
import { nameKeys } from '../../../src/platform/text/name-keys.ts'
import type { BenchPerson } from './people.ts'

/** One kind of search: what is typed for somebody, and whom the answer holds by a plain look at everybody. */
export interface Kind {
  readonly name: string
  readonly ask: (person: BenchPerson, dice: Dice) => string
  readonly isHit: (person: BenchPerson, query: string) => boolean
}

const bare = (name: string): string => name.replaceAll('·', '')
const signs = (name: string): string[] => [...bare(name)]
const byName = (person: BenchPerson, query: string): boolean => bare(person.name).includes(query)
const byEnd = ({ phone, citizenId }: BenchPerson, query: string): boolean => phone.endsWith(query) || citizenId.endsWith(query)

/** Names recur, and their sounds cost more than all the rest of a look at everybody: they are made once. */
const keysOfNames = new Map<string, ReturnType<typeof nameKeys>>()

function keysOfName(name: string): ReturnType<typeof nameKeys> {
  const keys = keysOfNames.get(name) ?? nameKeys(name)
  keysOfNames.set(name, keys)
  return keys
}

const soundsOf = (person: BenchPerson, kind: string): string[] =>
  keysOfName(person.name)
    .filter((key) => key.kind === kind)
    .map(({ key }) => key)

/** Letters may be both: `zjg` begins no pinyin, `he` does and is the initials of many. */
const byLetters = (person: BenchPerson, query: string): boolean => {
  const sounds = soundsOf(person, 'pinyin')
  return [...sounds, ...(/^[^iuv]{2,8}$/.test(query) ? soundsOf(person, 'initials') : [])].some((sound) => sound.startsWith(query))
}

/** The sound of the whole name. Where the font of a name has no reading there is none, and zhou is asked instead. */
const whole = (person: BenchPerson): string => soundsOf(person, 'pinyin')[0] ?? 'zhou'

export const KINDS: readonly Kind[] = [
  { name: 'name of 1', ask: ({ name }, dice) => dice.pick(signs(name)), isHit: byName },
  { name: 'name of 2', ask: ({ name }) => signs(name).slice(0, 2).join(''), isHit: byName },
  { name: 'name of 3', ask: ({ name }) => signs(name).slice(0, 3).join(''), isHit: byName },
  { name: 'part of name', ask: ({ name }) => signs(name).slice(-2).join(''), isHit: byName },
  { name: 'pinyin', ask: whole, isHit: byLetters },
  { name: 'pinyin begun', ask: (person, dice) => whole(person).slice(0, dice.between(2, 6)), isHit: byLetters },
  { name: 'initials', ask: (person) => soundsOf(person, 'initials')[0] ?? 'zjg', isHit: byLetters },
  ...[4, 8, 11].map((length) => ({ name: `phone tail ${length}`, ask: ({ phone }: BenchPerson) => phone.slice(-length), isHit: byEnd })),
  ...[4, 6, 18].map((length) => ({
    name: `id tail ${length}`,
    ask: ({ citizenId }: BenchPerson) => citizenId.slice(-length),
    isHit: byEnd,
  })),
]
