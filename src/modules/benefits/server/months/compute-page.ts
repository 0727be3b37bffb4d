import type { ClosedFile } from '../../../registry/index.ts'
import { monthIndex } from '../../domain/entitlement/month.ts'
import { courseOfKept, type FileEnd, OPEN_FILE } from '../../domain/run/kept.ts'
import { failuresOf, linesOf, linesOfDue, type Paid } from '../../domain/run/month-lines.ts'
import { isPlain } from '../../domain/run/plain-dues.ts'
import type { Failure, RunLine } from '../../domain/run/run-line.ts'
import { readPaid } from './read-paid.ts'
import type { EventRead, PersonRead } from './read-people.ts'
import { isLate, type RunGround } from './run-ground.ts'
import type { RunRow } from './run-rows.ts'
import { type Computed, numberOf } from './write-lines.ts'

interface PageGround {
  readonly events: ReadonlyMap<string, readonly EventRead[]>
  /** What the last run paid for its month. */
  readonly paid: ReadonlyMap<string, readonly Paid[]>
  readonly out: Computed
}

/** How a file that was closed bears on pay; undefined where nobody can say. */
function endOf(closed: ClosedFile | undefined): FileEnd | undefined {
  if (!closed) return OPEN_FILE
  if (closed.status === 'deceased' && closed.deceasedOn) return { diedOn: closed.deceasedOn, goneOn: null }
  return closed.status === 'transferred' && closed.goneOn ? { diedOn: null, goneOn: closed.goneOn } : undefined
}

/** Whether something that was known to the last run holds only since a later month: a suspension that ends then is made good then. */
const isAfter = (effectiveOn: string, { month }: RunRow): boolean => monthIndex(effectiveOn) > monthIndex(month)

const NO_EVENTS: readonly EventRead[] = []

/** Whose earlier months are looked at again: something about them was learnt since the last run. */
function isTouched(ground: RunGround, { personId, held, isNew }: PersonRead, events: readonly EventRead[]): boolean {
  const { last } = ground
  if (!last) return false
  return (
    isNew ||
    ground.closed.has(personId) ||
    ground.inDoubt.has(personId) ||
    events.some(({ recordedAt, effectiveOn }) => recordedAt >= ground.learntSince || isAfter(effectiveOn, last)) ||
    held.some(({ classCode }) => isLate(ground, classCode))
  )
}

/** Computes a page of people into `out`: one whose calculation fails is listed with the reason, and the others go on. */
export async function computePage(ground: RunGround, people: readonly PersonRead[], { events, paid, out }: PageGround): Promise<void> {
  const happened = (personId: string) => events.get(personId) ?? NO_EVENTS
  const touched = people.filter((one) => isTouched(ground, one, happened(one.personId)))
  const ids = new Set(touched.map(({ personId }) => personId))
  const earlier = touched.length > 0 ? await readPaid(ground.tx, ground.bureau, [...ids]) : new Map<string, Paid[]>()
  for (const person of people) {
    const { personId } = person
    const last = paid.get(personId) ?? []
    const before = ids.has(personId) ? withRates(earlier.get(personId) ?? [], last) : undefined
    const computed = safely(ground, { person, events: happened(personId), last, before })
    for (const line of computed.lines) {
      out.personIds.push(personId)
      out.lines.push(line)
      out.rateNos.push(numberOf(ground.book, line.rate))
    }
    for (const failure of computed.failures) out.failures.push({ ...failure, personId })
  }
}

/** Sums of all runs, with the rate of the last one where it is known. */
const withRates = (earlier: readonly Paid[], last: readonly Paid[]): Paid[] =>
  earlier.map((one) => ({
    ...one,
    rate: last.find(({ classCode, kind, month }) => classCode === one.classCode && kind === one.kind && month === one.month)?.rate ?? null,
  }))

interface OfPerson {
  readonly person: PersonRead
  readonly events: readonly EventRead[]
  readonly last: readonly Paid[]
  /** Everything paid before; undefined where no earlier month is looked at. */
  readonly before: readonly Paid[] | undefined
}

interface Outcome {
  readonly lines: readonly RunLine[]
  readonly failures: readonly Failure[]
}

const failed = ({ held }: PersonRead, why: Failure['why']): Outcome => ({
  lines: [],
  failures: held.map(({ classCode }) => ({ classCode, why })),
})

function safely(ground: RunGround, asked: OfPerson): Outcome {
  try {
    return compute(ground, asked)
  } catch {
    return failed(asked.person, 'fault')
  }
}

function compute(ground: RunGround, { person, events, last, before }: OfPerson): Outcome {
  const { tables, month, bureau, run, absences } = ground
  const file = endOf(ground.closed.get(person.personId))
  if (!file) return failed(person, 'file-gone')
  const course = courseOfKept(person.held, events, { file, absences: absences.get(person.personId) ?? [], bureau })
  const asked = { from: before ? ground.since : month, month, knownOn: run.knownOn, paid: before ?? last }
  if (before === undefined && isPlain(course)) {
    const { due, failures } = ground.plain(course)
    if (due.length > 0 || last.length === 0) return { lines: linesOfDue(due, asked), failures }
  }
  return { lines: linesOf(course, tables, asked), failures: failuresOf(course, tables, asked) }
}
