import { addDays, ageOn, type PlainDate } from '../../../kernel/plain-date.ts'

/** How often a station gets in touch with a kind of people: a dated local working norm of data/contact-rules.json. */
export interface ContactRule {
  readonly code: string
  readonly validFrom: PlainDate
  /** The first day on which it no longer holds; null while it does. */
  readonly validTo: PlainDate | null
  readonly everyDays: number
  readonly minAge: number | null
  /** The classes it is for, by their whole codes (DISCHARGED begins with DIS and is none of the disabled); none: for everybody. */
  readonly classCodes: readonly string[]
}

export interface FirstVisitRule {
  readonly code: string
  readonly withinDays: number
}

/** How long before its due day a visit planned by hand can be made: every one by `aheadDays`, the next one by more. */
export interface ByHandRule {
  readonly aheadDays: number
  readonly nextWithinDays: number
}

export interface ContactRules {
  /** The first that fits counts. */
  readonly rules: readonly ContactRule[]
  readonly firstVisit: FirstVisitRule
  readonly byHand: ByHandRule
}

/** What the rules look at. */
export interface ContactSubject {
  readonly bornOn: PlainDate
  readonly classCodes: readonly string[]
}

const holdsOn = (rule: ContactRule, day: PlainDate): boolean => rule.validFrom <= day && (rule.validTo === null || day < rule.validTo)

const fits = (rule: ContactRule, subject: ContactSubject, day: PlainDate): boolean =>
  holdsOn(rule, day) &&
  (rule.minAge === null || ageOn(subject.bornOn, day) >= rule.minAge) &&
  (rule.classCodes.length === 0 || subject.classCodes.some((code) => rule.classCodes.includes(code)))

/** The rule for a person on a day; undefined where none is in force. */
export const ruleFor = (rules: ContactRules, subject: ContactSubject, day: PlainDate): ContactRule | undefined =>
  rules.rules.find((rule) => fits(rule, subject, day))

/** By when a person is to be seen again after a contact. */
export interface NextContact {
  readonly ruleCode: string
  readonly dueOn: PlainDate
}

/** The next contact after one on `seenOn`, by the rule in force that day. */
export function nextContact(rules: ContactRules, subject: ContactSubject, seenOn: PlainDate): NextContact | undefined {
  const rule = ruleFor(rules, subject, seenOn)
  return rule && { ruleCode: rule.code, dueOn: addDays(seenOn, rule.everyDays) }
}

/** The first contact after a file was opened. */
export const firstContact = (rules: ContactRules, capturedOn: PlainDate): NextContact => ({
  ruleCode: rules.firstVisit.code,
  dueOn: addDays(capturedOn, rules.firstVisit.withinDays),
})

/** Up to which due day a visit on `seenOn` keeps plans by hand: all of them, and the next one where there are none. */
export const keptByHand = ({ byHand }: ContactRules, seenOn: PlainDate): { allUntil: PlainDate; nextUntil: PlainDate } => ({
  allUntil: addDays(seenOn, byHand.aheadDays),
  nextUntil: addDays(seenOn, byHand.nextWithinDays),
})
