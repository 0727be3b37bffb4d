import { addDays, type PlainDate } from '../../../../../kernel/plain-date.ts'
import type { Tier, UnitCode } from '../../../../../kernel/region-code.ts'
import { grantsOf, type Role } from '../../../../../platform/access/roles.ts'
import { begin, documentsNeeded, type MatterState, stepsFor, type TakenStep, take } from '../../../domain/matters/matter-state.ts'
import { type Field, holds, type MatterType, type Seat } from '../../../domain/matters/matter-type.ts'
import { workCalendar } from '../kinds/work-calendar.ts'
import { type SeatPlaces, seatsAt } from '../seats.ts'

const LONGEST = 60
const STUCK_AFTER = 600

const VILLAGE = '500112017005' as UnitCode
const TOWNSHIP = '500112017000' as UnitCode
const COUNTY = '500112000000' as UnitCode
const CITY = '500100000000' as UnitCode
const PROVINCE = '500000000000' as UnitCode

/** The seats of a matter at one station, as the tree has them. */
const PLACES = {
  station: VILLAGE,
  township: TOWNSHIP,
  county: COUNTY,
  approver: COUNTY,
  adviser: COUNTY,
  counsellor: COUNTY,
  supervisor: COUNTY,
  city: CITY,
  province: PROVINCE,
} as unknown as SeatPlaces

/** Who sits where: written here a second time, to find out whether anybody ever acts from another chair. */
const CHAIRS: readonly { role: Role; tier: Tier; unit: UnitCode; may: readonly Seat[] }[] = [
  { role: 'stationWorker', tier: 'village', unit: VILLAGE, may: ['applicant', 'station'] },
  { role: 'stationWorker', tier: 'township', unit: TOWNSHIP, may: ['applicant', 'station', 'township'] },
  { role: 'townshipHead', tier: 'township', unit: TOWNSHIP, may: ['applicant', 'station', 'township'] },
  { role: 'countyOfficer', tier: 'county', unit: COUNTY, may: ['applicant', 'county'] },
  { role: 'countyApprover', tier: 'county', unit: COUNTY, may: ['approver'] },
  { role: 'cityOfficer', tier: 'city', unit: CITY, may: ['city'] },
  { role: 'provinceOfficer', tier: 'province', unit: PROVINCE, may: ['province'] },
  { role: 'dutyLawyer', tier: 'county', unit: COUNTY, may: ['adviser'] },
  { role: 'counsellor', tier: 'county', unit: COUNTY, may: ['counsellor'] },
  { role: 'lineSupervisor', tier: 'county', unit: COUNTY, may: ['supervisor'] },
  { role: 'supervisor', tier: 'county', unit: COUNTY, may: [] },
  { role: 'stationWorker', tier: 'village', unit: '500112017007' as UnitCode, may: ['applicant'] },
  { role: 'countyOfficer', tier: 'county', unit: '500113000000' as UnitCode, may: ['applicant'] },
  { role: 'countyApprover', tier: 'county', unit: '500113000000' as UnitCode, may: [] },
]

/** The chairs with the seats that the house gives them. */
const SEATED = CHAIRS.map((chair) => ({
  ...chair,
  seats: seatsAt({ grants: grantsOf([chair.role]), tier: chair.tier, unitCode: chair.unit }, PLACES),
}))

/** Chairs that the house lets act from where they have no right to, or keeps from where they have. */
export const wrongChairs = SEATED.filter(({ seats, may }) => [...seats].sort().join() !== [...may].sort().join())

type Dice = (below: number) => number

/** A small generator with a seed: the same walks on every machine. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function answerOf(field: Field, today: PlainDate, dice: Dice): unknown {
  if (field.fromFile === 'bankCard') return '6222020200112233445'
  const choice = field.choices?.[dice(field.choices.length)]?.code ?? ''
  return {
    text: '一二三四五六七八'.slice(0, Math.min(8, field.max ?? 8)),
    longText: '一二三四五六七八九十一二三四',
    choice,
    choices: [choice],
    day: addDays(today, field.askedBy ? 700 : field.future ? 3 + dice(40) : field.past ? -3 : 0),
    number: field.min ?? 1,
    yesNo: dice(2) === 1,
    money: '100000',
    phone: '10012345678',
    people: ['张三'],
  }[field.kind]
}

/** Answers to every question, also to those that other answers make go away. */
const answersOf = (fields: readonly Field[], today: PlainDate, dice: Dice): NonNullable<TakenStep['answers']> =>
  Object.fromEntries(fields.map((field) => [field.code, answerOf(field, today, dice) as string]))

export interface Walk {
  readonly steps: readonly TakenStep[]
  readonly matter: MatterState
  /** Steps that were taken by a seat whose turn they are not, and answers that were kept and never asked for. */
  readonly faults: readonly string[]
}

interface Walking {
  readonly type: MatterType
  readonly dice: Dice
  readonly steps: TakenStep[]
  readonly given: Set<string>
  readonly faults: string[]
  matter: MatterState
  today: PlainDate
  refused: number
  /** Where all who are there stepped aside or took the other step, the office sends somebody else. */
  newcomer: boolean
}

function start(type: MatterType, seed: number): Walking {
  const dice = diceOf(seed)
  const today = addDays('2026-01-05' as PlainDate, dice(600))
  const seat = type.begins.by[dice(type.begins.by.length)] ?? 'applicant'
  const first: TakenStep = { step: 'begin', seat, by: seat, on: today, answers: answersOf(type.fields, today, dice) }
  const begun = begin({ type, calendar: workCalendar }, first)
  if (!begun.ok) throw new Error(`${type.code} cannot begin: ${JSON.stringify(begun.refusal)}`)
  const empty = { given: new Set<string>(), faults: [], refused: 0, newcomer: false }
  return { type, dice, steps: [first], matter: begun.value, today, ...empty }
}

/** Somebody at a chair, or the clock, tries a step that the house offers there; undefined where nobody was offered any. */
function chosen({ type, dice, matter }: Walking): { step: string; seat: Seat } | undefined {
  const rules = { type, calendar: workCalendar }
  const offers = SEATED.flatMap(({ seats }) => seats.flatMap((seat) => stepsFor(rules, matter, [seat]).map((step) => ({ step, seat }))))
  const all = [...offers, ...stepsFor(rules, matter, ['clock']).map((step) => ({ step, seat: 'clock' as const }))]
  return all[dice(all.length)]
}

/** Papers come in one by one, as they do. */
function bringPapers({ type, dice, given }: Walking): void {
  const paper = type.documents[dice(type.documents.length + 1)]
  if (paper) given.add(paper.code)
}

function attempt(walking: Walking, { step, seat }: { step: string; seat: Seat }): void {
  const { type, dice, matter, given, steps } = walking
  walking.today = addDays(walking.today, dice(12))
  bringPapers(walking)
  const isPaperMissing = documentsNeeded(type, matter, step).some((code) => !given.has(code))
  const taken: TakenStep = {
    step,
    seat,
    by: walking.newcomer ? `${seat}-new-${steps.length}` : `${seat}-${dice(3)}`,
    on: walking.today,
    reason: '情况属实',
    answers: answersOf(type.steps[step]?.fields ?? [], walking.today, dice),
  }
  const after = isPaperMissing ? undefined : take({ type, calendar: workCalendar }, matter, taken)
  if (!after?.ok) {
    walking.refused += 1
    walking.newcomer = after?.refusal.code === 'recused' || after?.refusal.code === 'same-hand'
    if (walking.refused > STUCK_AFTER) throw new Error(`${type.code} is stuck in ${matter.state}: ${JSON.stringify(after)}`)
    return
  }
  if (!type.steps[step]?.by.includes(seat) || !type.steps[step]?.from.includes(matter.state))
    walking.faults.push(`${seat} took ${step} from ${matter.state}`)
  walking.newcomer = false
  walking.refused = 0
  walking.matter = after.value
  steps.push(taken)
}

/** One walk from the beginning to an end, or for a while where a matter rests and is taken up again. */
export function walk(type: MatterType, seed: number): Walk {
  const walking = start(type, seed)
  while (walking.steps.length < LONGEST) {
    const next = chosen(walking)
    if (!next) break
    attempt(walking, next)
  }
  const { steps, matter, faults } = walking
  const unasked = type.fields.filter(({ code, when }) => code in matter.answers && isOfFormOnly(type, code) && !holds(when, matter.answers))
  return { steps, matter, faults: [...faults, ...unasked.map(({ code }) => `${code} was kept and never asked for`)] }
}

/** A step may ask the same again; what hung on the first answer then stays as it was said. */
const isOfFormOnly = (type: MatterType, code: string): boolean => {
  const when = type.fields.find((field) => field.code === code)?.when
  const again = Object.values(type.steps).flatMap(({ fields = [] }) => fields.map((field) => field.code))
  return !again.includes(code) && (when === undefined || !again.includes(when.field))
}
