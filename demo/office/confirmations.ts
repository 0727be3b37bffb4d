import { addDays, type PlainDate } from '../../src/kernel/plain-date.ts'
import { WORKED_STATION } from '../places.ts'
import { type Deed, deedId } from './deeds.ts'
import type { Hands, Someone } from './hands.ts'
import { isPaid } from './paid.ts'
import { workdayAt } from './workday.ts'

const STREET = WORKED_STATION.slice(0, 9)
/** One in so many of the worked street, and of the others. */
const [NEAR, FAR] = [3, 28]

interface Course {
  /** Begun so many days ago. */
  readonly begun: number
  readonly change?: string
  readonly steps: readonly { readonly ago: number; readonly step: string; readonly answers?: object; readonly reason?: string }[]
}

const CONFIRMED = (begun: number, ago: number): Course => ({ begun, steps: [{ ago, step: 'confirm', answers: { way: 'face' } }] })
const DUE: Course = { begun: 12, steps: [] }
const OVERDUE: Course = { begun: 47, steps: [] }
const REPORTED: Course = {
  begun: 20,
  change: '随子女迁居两江新区，户籍未迁',
  steps: [{ ago: 9, step: 'report', reason: '居住地有变化，请区县核实今后由哪里发放' }],
}
const FAILED: Course = { begun: 41, steps: [{ ago: 15, step: 'fail', reason: '三次上门未见本人，电话停机，家属称去向不明' }] }

/** Of thirteen in a row: most are confirmed. */
const COURSES: readonly Course[] = [
  CONFIRMED(70, 52),
  CONFIRMED(64, 49),
  DUE,
  CONFIRMED(90, 81),
  CONFIRMED(58, 44),
  OVERDUE,
  CONFIRMED(84, 63),
  CONFIRMED(40, 28),
  REPORTED,
  CONFIRMED(33, 21),
  CONFIRMED(75, 57),
  DUE,
  CONFIRMED(100, 88),
]

/** The yearly confirmation of one person, as far as it has come. Where nobody works none was begun. */
function confirmation(hands: Hands, person: Someone, { begun, change, steps }: Course, today: PlainDate): Deed[] {
  const { id: personId, unitCode } = person
  const by = hands.at(unitCode)
  if (!by) return []
  const [story, back] = [`confirmation.${personId}`, (days: number) => workdayAt(addDays(today, -days))]
  const answers = { way: 'face', hasChanged: change !== undefined, ...(change === undefined ? {} : { change }) }
  const input = { typeCode: 'annualConfirmation', unitCode, personId, answers }
  const opened: Deed = { story, label: story, on: back(begun), by, name: 'matter.open', input }
  const matterId = deedId(opened)
  return [
    opened,
    ...steps.map(({ ago, step, ...more }, at): Deed => {
      const said = { matterId, step, steps: at + 1, ...more }
      return { story, label: `${story}.${step}`, on: back(ago), by, name: 'matter.step', input: said }
    }),
  ]
}

/**
 * Yearly confirmations of the worked street and of some beside it: most given, some due, overdue by the clock, reported with a
 * change, and one that could not be had. Of a year that has just begun there are none of the year before.
 */
export function confirmationDeeds(hands: Hands, today: PlainDate): Deed[] {
  const paid = hands.people.filter((person) => isPaid(person) && person.accountId === null)
  const isNear = ({ unitCode }: Someone) => unitCode.startsWith(STREET)
  const near = paid.filter(isNear).filter((_, at) => at % NEAR === 0)
  const [lost, ...far] = paid.filter((person) => !isNear(person)).filter((_, at) => at % FAR === 0)
  return [
    ...[...near, ...far].flatMap((person, at) => confirmation(hands, person, COURSES[at % COURSES.length] ?? DUE, today)),
    ...(lost ? confirmation(hands, lost, FAILED, today) : []),
  ]
}
