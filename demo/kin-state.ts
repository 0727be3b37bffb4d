import { ageOn, type PlainDate } from '../src/kernel/plain-date.ts'
import type { KinState, PersonState } from '../src/modules/registry/index.ts'
import type { Dice } from './dice.ts'
import { nameFor } from './names.ts'

/** Nobody is given a number that begins with 100. */
export const demoPhone = (dice: Dice): string => `100${String(dice.below(1e8)).padStart(8, '0')}`

type Relation = KinState['relation']

const relationsAt = (age: number): readonly Relation[] =>
  age < 30
    ? ['father', 'mother', 'sibling']
    : age < 60
      ? ['spouse', 'spouse', 'spouse', 'mother', 'son']
      : ['spouse', 'son', 'daughter', 'daughter']

/** A child bears the person's surname, most others their own. */
function kinName(dice: Dice, { relation, person, bornYear }: { relation: Relation; person: PersonState; bornYear: number }): string {
  const isFemale = relation === 'mother' || relation === 'daughter' || (relation === 'spouse' && person.sex === 'male')
  const name = nameFor(dice, { year: bornYear, sex: isFemale ? 'female' : 'male' })
  const shares = relation === 'son' || relation === 'daughter' || relation === 'father' || relation === 'sibling'
  return shares && person.sex === 'male' && !person.name.includes('·') ? ([...person.name][0] ?? '') + [...name].slice(1).join('') : name
}

/** One or two of kin; the first is whom to call. */
export function kinFor(dice: Dice, { person, today }: { person: PersonState; today: PlainDate }): KinState[] {
  const year = Number(person.bornOn.slice(0, 4))
  const relations = new Set([dice.pick(relationsAt(ageOn(person.bornOn, today))), ...(dice.isLucky(0.3) ? ['sibling' as const] : [])])
  return [...relations].map((relation, at) => {
    const older =
      relation === 'father' || relation === 'mother' ? -26 : relation === 'son' || relation === 'daughter' ? 26 : dice.between(-3, 3)
    const bornYear = Math.min(year + older, Number(today.slice(0, 4)) - 1)
    return {
      id: dice.uuid(0),
      relation,
      name: kinName(dice, { relation, person, bornYear }),
      phone: dice.isLucky(0.9) ? demoPhone(dice) : null,
      bornOn: dice.isLucky(0.5) ? (`${bornYear}-0${dice.between(1, 9)}-${dice.between(10, 28)}` as PlainDate) : null,
      isContact: at === 0,
      kinPersonId: null,
    }
  })
}
