import { addDays, type PlainDate } from '../src/kernel/plain-date.ts'
import { type ContactSubject, contactRules, firstContact, nextContact, ruleFor } from '../src/modules/casework/index.ts'
import { type Dice, weighted } from './dice.ts'
import type { Season } from './festivals.ts'

export type ContactReason = 'routine' | 'firstVisit' | 'illness' | 'hardship' | 'merit' | 'sixDeliveries' | 'death' | Season['reason']

/** One contact of a person: what had been planned, and the visit that closed it; no visit: it is still due. */
export interface Contact {
  readonly reason: ContactReason
  readonly doneOn: PlainDate | undefined
  readonly dueOn: PlainDate
  readonly ruleCode: string | null
  readonly plannedOn: PlainDate
}

export interface ContactsOf {
  readonly subject: ContactSubject
  readonly capturedOn: PlainDate
  /** Visits before this day are not told. */
  readonly from: PlainDate
  /** The last day told of is the one before. */
  readonly until: PlainDate
  readonly seasons: readonly Season[]
  readonly diedOn?: PlainDate | undefined
  /** In how many days the next contact is due; left out: chance. */
  readonly dueIn?: number | undefined
}

const REASONS = weighted<ContactReason>([
  ['routine', 78],
  ['hardship', 7],
  ['sixDeliveries', 7],
  ['illness', 6],
  ['merit', 2],
])

/** The days between two visits: mostly a little fewer than the rule allows; one in eight comes late. */
const lived = (dice: Dice, everyDays: number): number =>
  everyDays + (dice.isLucky(0.12) ? dice.between(1, Math.round(everyDays / 3)) : -dice.below(9))

/** Days on which somebody was seen, the last first. */
function daysBack(
  dice: Dice,
  { subject, capturedOn, from, until, seasons, dueIn }: ContactsOf,
): { on: PlainDate; reason: ContactReason }[] {
  const everyDays = ruleFor(contactRules, subject, until)?.everyDays ?? 180
  // One in forty is overdue: by days at most places, by weeks at some.
  const dueAfter = dueIn ?? (dice.isLucky(0.025) ? -dice.between(1, dice.isLucky(0.8) ? 12 : 45) : dice.below(everyDays))
  const earliest = capturedOn > from ? capturedOn : from
  const chance = everyDays < 180 ? 0.3 : 0.1
  const mine =
    dueIn === undefined
      ? seasons.filter(() => dice.isLucky(chance)).map((season) => ({ on: addDays(season.lastOn, -dice.below(16)), reason: season.reason }))
      : []
  const days: { on: PlainDate; reason: ContactReason }[] = []
  for (let on = addDays(until, Math.min(-1, dueAfter - everyDays)); on > earliest; ) {
    days.push({ on, reason: REASONS(dice) })
    const before = addDays(on, -lived(dice, everyDays))
    const feast = mine.find((season) => season.on < on && season.on > before && season.on > earliest)
    if (feast) days.push(feast)
    on = feast ? addDays(feast.on, -lived(dice, everyDays)) : before
  }
  return days
}

/** The contacts of a person, the earliest first; the last is still due unless the person has died. */
export function contactsFor(dice: Dice, given: ContactsOf): Contact[] {
  const { capturedOn, from, until, diedOn } = given
  const end = diedOn ?? until
  const days = daysBack(dice, { ...given, until: end }).toReversed()
  const isNew = capturedOn >= from
  // Whoever was captured lately was seen within the first fortnight, or soon will be.
  const firstOn = addDays(capturedOn, dice.between(2, 17))
  if (isNew && firstOn < end && (days[0] === undefined || firstOn < days[0].on)) days.unshift({ on: firstOn, reason: 'firstVisit' })
  if (diedOn) days.push({ on: addDays(diedOn, dice.between(1, 4)), reason: 'death' })
  return planned(dice, days, given)
}

function planned(
  dice: Dice,
  days: readonly { on: PlainDate; reason: ContactReason }[],
  { subject, capturedOn, from, diedOn }: ContactsOf,
): Contact[] {
  const contacts: Contact[] = []
  let next = capturedOn >= from ? { ...firstContact(contactRules, capturedOn), plannedOn: capturedOn } : undefined
  for (const { on, reason } of days) {
    const rule = ruleFor(contactRules, subject, on)
    const before = {
      ruleCode: rule?.code ?? null,
      dueOn: addDays(on, dice.between(-2, 8)),
      plannedOn: addDays(on, -(rule?.everyDays ?? 180)),
    }
    contacts.push({ ...(next ?? before), reason, doneOn: on })
    const due = nextContact(contactRules, subject, on)
    next = due && { ...due, plannedOn: on }
  }
  if (next && !diedOn) contacts.push({ ...next, reason: days.length === 0 ? 'firstVisit' : 'routine', doneOn: undefined })
  return contacts
}
