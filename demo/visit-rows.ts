import type { PlainDate } from '../src/kernel/plain-date.ts'
import { closingDay } from '../src/modules/casework/index.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import type { Contact, ContactReason } from './contacts.ts'
import type { TableCopier } from './copy-tables.ts'
import { type Dice, weighted } from './dice.ts'
import { writeFact } from './fact-rows.ts'
import { noteFor } from './visit-notes.ts'

const VISITS = `casework.visits (bureau_code, id, unit_code, made_by_unit, done_on, reason, way, deliveries, goods, goods_value_fen, note,
  recorded_by, recorded_at)`
const VISIT_PEOPLE = 'casework.visit_people (bureau_code, visit_id, person_id, unit_code, done_on)'
const PLANS =
  'casework.visit_plans (bureau_code, id, unit_code, person_id, reason, rule_code, due_on, status, visit_id, planned_by, planned_at)'

const WAYS = weighted<string>([
  ['home', 60],
  ['phone', 26],
  ['station', 11],
  ['video', 3],
])
const GOODS: readonly (readonly [string, number])[] = [
  ['慰问金', 50_000],
  ['慰问金', 100_000],
  ['米、油、牛奶', 26_000],
  ['水果、牛奶', 15_800],
  ['大米一袋、食用油一桶', 18_500],
]

export interface VisitsOf {
  readonly personId: string
  readonly unitCode: string
  readonly recordedBy: string
  readonly contacts: readonly Contact[]
}

function deliveriesFor(dice: Dice, reason: ContactReason): string[] {
  if (reason === 'sixDeliveries')
    return dice.isLucky(0.5) ? ['policy', dice.pick(['skill', 'job', 'safeguard'])] : [dice.pick(['skill', 'job', 'policy'])]
  if (reason === 'hardship' || reason === 'illness') return ['help']
  if (reason === 'merit') return ['honour']
  if (reason === 'armyDay' || reason === 'springFestival') return dice.isLucky(0.4) ? ['honour'] : dice.isLucky(0.3) ? ['help'] : []
  return dice.isLucky(0.2) ? [dice.pick(['policy', 'policy', 'safeguard', 'job'])] : []
}

const bringsGoods = (dice: Dice, reason: ContactReason): boolean =>
  dice.isLucky(reason === 'routine' || reason === 'firstVisit' ? 0.03 : reason === 'merit' || reason === 'sixDeliveries' ? 0.15 : 0.75)

/** During working hours in China, which are the night of UTC. */
const hourOf = (dice: Dice, day: PlainDate): string => `${day}T0${dice.between(1, 9)}:${dice.between(10, 59)}:00Z`

/** Writes the contacts of a person: plans, visits, and the facts of both. */
export function writeContacts(copier: TableCopier, { dice, secrets }: { dice: Dice; secrets: Secrets }, given: VisitsOf): void {
  const { personId, unitCode, recordedBy, contacts } = given
  const bureau = unitCode.slice(0, 6)
  for (const { reason, doneOn, dueOn, ruleCode, plannedOn } of contacts) {
    const visitId = doneOn && writeVisit(copier, { dice, secrets }, { ...given, doneOn, reason })
    const why = ruleCode === null ? reason : ruleCode === 'first-visit' ? 'firstVisit' : 'routine'
    const [status, planId] = [visitId ? 'done' : 'due', dice.uuid(Date.parse(plannedOn))]
    copier.row(PLANS, [
      bureau,
      planId,
      unitCode,
      personId,
      why,
      ruleCode,
      dueOn,
      status,
      visitId ?? null,
      recordedBy,
      `${plannedOn}T09:30:00Z`,
    ])
    // Closed by its due day a plan was never overdue: its two facts would fall on that day and cancel, so none is written.
    if (doneOn !== undefined && doneOn <= dueOn) continue
    const fact = { kind: 'contact.due', unitCode, personIds: [personId] }
    writeFact(copier, dice, { ...fact, on: dueOn })
    if (doneOn) writeFact(copier, dice, { ...fact, on: closingDay(dueOn, doneOn), quantity: -1 })
  }
}

interface VisitOf extends Omit<VisitsOf, 'contacts'> {
  readonly doneOn: PlainDate
  readonly reason: ContactReason
}

function writeVisit(copier: TableCopier, { dice, secrets }: { dice: Dice; secrets: Secrets }, visit: VisitOf): string {
  const { personId, unitCode, recordedBy, doneOn, reason } = visit
  const bureau = unitCode.slice(0, 6)
  const id = dice.uuid(Date.parse(doneOn))
  const way = reason === 'death' || reason === 'armyDay' || reason === 'springFestival' ? 'home' : WAYS(dice)
  const deliveries = deliveriesFor(dice, reason)
  const [goods, valueFen] = way === 'home' && bringsGoods(dice, reason) ? dice.pick(GOODS) : [null, 0]
  const text = noteFor(dice, reason)
  const note = text === undefined ? null : secrets.encrypt('casework.visits.note', id, text)
  const recordedAt = hourOf(dice, doneOn)
  copier.row(VISITS, [bureau, id, unitCode, unitCode, doneOn, reason, way, deliveries, goods, valueFen, note, recordedBy, recordedAt])
  copier.row(VISIT_PEOPLE, [bureau, id, personId, unitCode, doneOn])
  const fact = { on: doneOn, unitCode, personIds: [personId] }
  writeFact(copier, dice, { kind: 'visit.done', ...fact, dimensions: { reason, way } })
  for (const delivery of deliveries) writeFact(copier, dice, { kind: 'delivery.made', ...fact, dimensions: { delivery } })
  if (valueFen > 0) writeFact(copier, dice, { kind: 'visit.goodsFen', on: doneOn, unitCode, quantity: valueFen })
  return id
}
