import { addDays, type PlainDate } from '../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../src/kernel/region-code.ts'
import type { Actor } from '../../src/platform/access/actor.ts'
import { diceOf } from '../dice.ts'
import { WORKED_STATION } from '../places.ts'
import type { AnswersOn, Chair, Course } from './course.ts'
import { type Deed, deedId } from './deeds.ts'
import { actorOn, type Hands, type Someone } from './hands.ts'
import { CASES, type Case } from './matter-cases.ts'
import { workdayAt } from './workday.ts'

/** The accounts at the county and above; the chairs below are held at each unit. */
const LOGINS: Readonly<Partial<Record<Chair, string>>> = {
  county: 'jiang.wenbo',
  approver: 'xiao.limin',
  city: 'huang.ying',
  province: 'tang.guohua',
  adviser: 'qian.li',
  counsellor: 'fang.jing',
  supervisor: 'lu.min',
}

const townshipOf = (unitCode: UnitCode): UnitCode => `${unitCode.slice(0, 9)}000` as UnitCode

const STREET = townshipOf(WORKED_STATION as UnitCode)

function isAt({ unitCode }: Someone, { where }: Case): boolean {
  if (where === 'worked') return unitCode === WORKED_STATION
  const isOfStreet = unitCode.startsWith(STREET.slice(0, 9))
  return where === 'street' ? isOfStreet && unitCode !== WORKED_STATION : !isOfStreet && !unitCode.endsWith('000')
}

/** Somebody whose matter it may be, and nobody's second one of a kind; undefined where there is nobody (left). */
function whose(hands: Hands, one: Case, { at, taken }: { at: number; taken: Set<string> }): Someone | undefined {
  const isStaffed = ({ unitCode }: Someone) => hands.at(unitCode) !== undefined && hands.at(townshipOf(unitCode)) !== undefined
  const able = hands.people.filter(
    (person) => !taken.has(person.id) && isAt(person, one) && isStaffed(person) && (one.course.isFor?.(person) ?? true),
  )
  // Those who look at their own page find something there.
  const onMe = one.isOnMe ? able.filter(({ accountId }) => accountId !== null) : []
  const [pool, dice] = [onMe.length > 0 ? onMe : able.filter(({ accountId }) => accountId === null), diceOf('matter', at)]
  return pool.length > 0 ? dice.pick(pool) : undefined
}

interface Walk {
  readonly hands: Hands
  readonly person: Someone
  readonly label: string
}

function actorAt({ hands, person }: Walk, chair: Chair): Actor {
  const login = LOGINS[chair]
  if (login !== undefined) return hands.account(login)
  if (chair === 'me' && person.accountId !== null) return actorOn({ ...person, accountId: person.accountId })
  const actor = hands.at(chair === 'station' ? person.unitCode : townshipOf(person.unitCode))
  if (!actor) throw new Error(`demo: nobody sits at the ${chair} of ${person.unitCode}`)
  return actor
}

const said = (answers: AnswersOn | undefined, on: PlainDate, person: Someone) =>
  typeof answers === 'function' ? answers(on, person) : (answers ?? {})

/** The days of a course that has got so far, the last so long ago. */
function daysOf({ turns }: Course, { far, idle }: { far: number; idle: number }, today: PlainDate): PlainDate[] {
  const gone = turns.slice(0, far).map(({ after }) => after)
  let left = gone.reduce((sum, days) => sum + days, idle)
  return [0, ...gone].map((days) => {
    left -= days
    return workdayAt(addDays(today, -left))
  })
}

function papersOf(walk: Walk, matterId: string, given: { on: PlainDate; by: Actor; papers: readonly string[] | undefined }): Deed[] {
  const { on, by, papers = [] } = given
  return papers.map((code) => ({
    story: walk.label,
    label: `${walk.label}.paper.${code}`,
    on,
    by,
    name: 'matter.giveDocument',
    input: { matterId, code, how: 'seen' },
  }))
}

/** What was done in one matter from its beginning to where it stands. */
function deedsOf(walk: Walk, one: Case, today: PlainDate): Deed[] {
  const { person, label } = walk
  const { course, idle, far = course.turns.length } = one
  const days = daysOf(course, { far, idle }, today)
  const opened = days[0] ?? workdayAt(addDays(today, -idle))
  const [begin, story] = [`${label}.begin`, label]
  const matterId = deedId({ label: begin, on: opened })
  const { unitCode, id: personId } = person
  const opener = actorAt(walk, course.begins)
  const asked = {
    typeCode: course.kind,
    unitCode,
    personId,
    channel: course.channel ?? 'window',
    answers: said(course.answers, opened, person),
  }
  const turns = course.turns.slice(0, far).flatMap((turn, at): Deed[] => {
    const [on, by] = [days[at + 1] ?? opened, actorAt(walk, turn.chair)]
    const reason = turn.reason === undefined ? {} : { reason: turn.reason }
    const input = { matterId, step: turn.step, steps: at + 1, answers: said(turn.answers, on, person), ...reason }
    return [
      ...papersOf(walk, matterId, { on, by, papers: turn.papers }),
      { story, label: `${label}.${at}.${turn.step}`, on, by, name: 'matter.step', input },
    ]
  })
  return [
    { story, label: begin, on: opened, by: opener, name: 'matter.open', input: asked },
    ...papersOf(walk, matterId, { on: opened, by: opener, papers: course.papers }),
    ...turns,
    ...afterwards(walk, one, { matterId, on: days.at(-1) ?? opened, today }),
  ]
}

/** Taken into somebody's hands, or rated by the person. */
function afterwards(walk: Walk, one: Case, { matterId, on, today }: { matterId: string; on: PlainDate; today: PlainDate }): Deed[] {
  const { label, person } = walk
  const next = workdayAt(addDays(on, 1))
  const later = next > on && next < today ? next : on
  const hand = one.taken === undefined ? [] : [{ by: actorAt(walk, one.taken), name: 'matter.claim', input: { matterId } }]
  const rated =
    one.stars === undefined || person.accountId === null
      ? []
      : [{ by: actorAt(walk, 'me'), name: 'mine.rate', input: { matterId, stars: one.stars, words: '很耐心，一次就办好了' } }]
  return [...hand, ...rated].map((deed) => ({ story: label, label: `${label}.${deed.name}`, on: later, ...deed }))
}

/** The matters of the county of the demo: what was done in each of them, until where it stands today. */
export function matterDeeds(hands: Hands, today: PlainDate): Deed[] {
  const taken = new Set<string>()
  return CASES.flatMap((one, at) => {
    const person = whose(hands, one, { at, taken })
    if (!person) return []
    if (!one.isOnMe) taken.add(person.id)
    return deedsOf({ hands, person, label: `matter.${at}` }, one, today)
  })
}
