import { groupBy } from './group-by.ts'
import { makeGrowing } from './growing.ts'

/** A person's months at one of the places where it was met. */
export interface PlaceMonths {
  readonly node: number
  readonly months: readonly number[]
}

/** Persons who were met at several places, for one measure: one month a line, until all is seen. */
export interface Roamers {
  readonly add: (person: number, node: number, months: readonly number[]) => void
  /** Each person's places, one person after the other. */
  readonly byPerson: (persons: number) => Generator<readonly PlaceMonths[]>
}

export function makeRoamers(): Roamers {
  const [who, where, when] = [makeGrowing(), makeGrowing(), makeGrowing()]
  const add: Roamers['add'] = (person, node, months) => {
    for (const month of months) {
      who.push(person)
      where.push(node)
      when.push(month)
    }
  }
  function* byPerson(persons: number): Generator<readonly PlaceMonths[]> {
    const lines = groupBy(who.values(), persons)
    for (let person = 0; who.size() > 0 && person < persons; person += 1) {
      const places = new Map<number, number[]>()
      for (const line of lines.of(person)) {
        const months = places.get(where.get(line))
        if (months) months.push(when.get(line))
        else places.set(where.get(line), [when.get(line)])
      }
      if (places.size > 0) yield [...places].map(([node, months]) => ({ node, months }))
    }
  }
  return { add, byPerson }
}
