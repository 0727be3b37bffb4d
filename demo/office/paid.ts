import type { HeldIdentity, Someone } from './hands.ts'

/** The classes of the demo that draw money. */
const PAID = [
  'DIS',
  'DIS-POLICE',
  'DIS-MILITIA',
  'KIN-M',
  'KIN-D',
  'KIN-I',
  'DEMOB',
  'SICK-HOME',
  'WAR',
  'TEST',
  'RURAL60',
  'MARTYR-CHILD60',
]

interface Found {
  readonly person: Someone
  readonly identity: HeldIdentity
}

const pairsOf = (people: readonly Someone[]): Found[] =>
  people.flatMap((person) =>
    person.identities.filter(({ classCode }) => PAID.includes(classCode)).map((identity) => ({ person, identity })),
  )

/** Whether somebody is taken into pay: an identity that draws money has been confirmed. */
export const isPaid = ({ identities }: Someone): boolean =>
  identities.some(({ classCode, status }) => status === 'confirmed' && PAID.includes(classCode))

/** The first who is paid for an identity of a kind. */
export const confirmedWith = (people: readonly Someone[], is: (identity: HeldIdentity) => boolean): Found | undefined =>
  pairsOf(people).find(({ person, identity }) => identity.status === 'confirmed' && person.accountId === null && is(identity))

/** Those whose only identity that draws money is not confirmed yet, and is of a kind. */
export const unconfirmedWith = (people: readonly Someone[], is: (identity: HeldIdentity) => boolean): Found[] =>
  pairsOf(people.filter((person) => !isPaid(person))).filter(({ identity }) => identity.classCode !== 'DIS' && is(identity))
