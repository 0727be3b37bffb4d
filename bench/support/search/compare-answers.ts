import { type BenchPerson, numberOfId, personOf } from './people.ts'
import type { Searched } from './places.ts'
import { KINDS, type Kind } from './questions.ts'
import type { Searchers } from './searchers.ts'

interface Compare {
  readonly places: readonly Searched[]
  /** How many villages the people are spread over. */
  readonly villages: number
  readonly people: number
  readonly queryOf: (kind: Kind, of: { place: Searched; villages: number; at: number }) => string
}

const QUESTIONS_EACH = 3
/** Of a larger answer the first people are looked at one by one, and its end is not. */
const MOST_PAGES = 6

/** Asks some questions of each kind in each place and looks at everybody there. Gives how many. @throws where an answer is another */
export async function compareAnswers(searchers: Searchers, compare: Compare): Promise<number> {
  let compared = 0
  for (const place of compare.places) {
    const everybody = place.tier === 'province' ? undefined : peopleOf(place, compare)
    for (const kind of KINDS) {
      for (let at = 0; at < QUESTIONS_EACH; at += 1) {
        const query = compare.queryOf(kind, { place, villages: compare.villages, at: -1 - at })
        const answer = await readPages(searchers, place, query)
        assertRight({ place, kind, query, compare }, answer, everybody)
        compared += 1
      }
    }
  }
  return compared
}

function peopleOf({ villages }: Searched, compare: Compare): BenchPerson[] {
  const people: BenchPerson[] = []
  for (const village of villages) {
    for (let number = village; number < compare.people; number += compare.villages) people.push(personOf(number))
  }
  return people
}

interface Answered {
  readonly ids: ReadonlySet<string>
  readonly isWhole: boolean
}

async function readPages(searchers: Searchers, place: Searched, query: string): Promise<Answered> {
  const ids = new Set<string>()
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await searchers.find(place, { query, limit: 50, ...(cursor ? { cursor } : {}) })
    for (const id of answer.ids) ids.add(id)
    cursor = answer.next
    if (!cursor) return { ids, isWhole: true }
  }
  return { ids, isWhole: false }
}

interface Asked {
  readonly place: Searched
  readonly kind: Kind
  readonly query: string
  readonly compare: Compare
}

function assertRight({ place, kind, query, compare }: Asked, answer: Answered, everybody: readonly BenchPerson[] | undefined): void {
  const where = `“${query}” (${kind.name}) in a ${place.tier}`
  const villages = new Set(place.villages)
  for (const id of answer.ids) {
    const person = personOf(numberOfId(id))
    if (!kind.isHit(person, query) || !villages.has(person.number % compare.villages))
      throw new Error(`${where} found ${person.name}, number ${person.number}`)
  }
  if (!everybody) return
  const meant = everybody.filter((person) => kind.isHit(person, query))
  const isRight = answer.isWhole ? meant.length === answer.ids.size : meant.length > answer.ids.size
  if (!isRight) throw new Error(`${where} found ${answer.ids.size} people, and ${meant.length} are meant`)
}
