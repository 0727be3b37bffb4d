import { ageOn, type PlainDate } from '../../../kernel/plain-date.ts'
import type { FieldIssue } from './field-issue.ts'
import type { ServiceState } from './file-state.ts'

type Spell = Pick<ServiceState, 'enlistedOn' | 'dischargedOn' | 'honours'>

/** The founding of the People's Republic: before it, children went with the army. */
const FOUNDING = '1949-10-01'
/** Recruits for the arts and sports troupes were taken from fourteen on; everybody else later. */
const YOUNGEST = 14

/**
 * What cannot be in spells of service: days in the future or in the wrong order, a soldier who was a child, spells that
 * overlap, an honour before birth or after today.
 */
export function checkService(spells: readonly Spell[], about: { bornOn: PlainDate; today: PlainDate }): FieldIssue[] {
  return [...spells.flatMap((spell, at) => spellIssues(spell, at, about)), ...overlaps(spells)]
}

function spellIssues(spell: Spell, at: number, { bornOn, today }: { bornOn: PlainDate; today: PlainDate }): FieldIssue[] {
  const { enlistedOn, dischargedOn } = spell
  const field = (name: string): string => `service.${at}.${name}`
  const issues: FieldIssue[] = []
  if (enlistedOn && enlistedOn > today) issues.push({ field: field('enlistedOn'), code: 'in-future' })
  else if (enlistedOn && enlistedOn < bornOn) issues.push({ field: field('enlistedOn'), code: 'before-birth' })
  else if (enlistedOn && enlistedOn >= FOUNDING && ageOn(bornOn, enlistedOn) < YOUNGEST) {
    issues.push({ field: field('enlistedOn'), code: 'too-young', params: { age: ageOn(bornOn, enlistedOn) } })
  }
  if (dischargedOn && dischargedOn > today) issues.push({ field: field('dischargedOn'), code: 'in-future' })
  else if (dischargedOn && dischargedOn < bornOn) issues.push({ field: field('dischargedOn'), code: 'before-birth' })
  else if (dischargedOn && enlistedOn && dischargedOn < enlistedOn) issues.push({ field: field('dischargedOn'), code: 'out-of-order' })
  const [first, last] = [Number(bornOn.slice(0, 4)), Number(today.slice(0, 4))]
  spell.honours.forEach(({ year }, place) => {
    if (year !== null && (year < first || year > last)) issues.push({ field: field(`honours.${place}.year`), code: 'outside-life' })
  })
  return issues
}

/** A spell without an end lasts; one day may be the last of one and the first of the next. */
function overlaps(spells: readonly Spell[]): FieldIssue[] {
  const dated = spells.flatMap(({ enlistedOn, dischargedOn }, at) => (enlistedOn ? [{ at, from: enlistedOn, to: dischargedOn }] : []))
  const ordered = dated.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return ordered.flatMap((spell, place) => {
    const earlier = ordered[place - 1]
    const isApart = !earlier || (earlier.to !== null && earlier.to <= spell.from)
    return isApart ? [] : [{ field: `service.${spell.at}.enlistedOn`, code: 'overlaps' }]
  })
}
