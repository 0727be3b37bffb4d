import { daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Matter } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { fieldsToAsk } from '../../domain/matters/answers.ts'
import { fieldsTold } from '../../domain/matters/fields-told.ts'
import { printedLetters } from '../../domain/matters/letters.ts'
import { maskedAnswers } from '../../domain/matters/masked-answers.ts'
import { stepsFor } from '../../domain/matters/matter-state.ts'
import type { Seat } from '../../domain/matters/matter-type.ts'
import { listHands } from './hands/matter-hands.ts'
import { openSaid } from './keep-matter.ts'
import { fieldsOf } from './kinds/kind-of-type.ts'
import { linesOf } from './matter-lines.ts'
import { findMatter, type LoadedMatter, type MatterRow, whereMatterIs } from './matter-rows.ts'
import { listNotices } from './notices/list-notices.ts'
import { documentsOf } from './papers/documents-of.ts'
import { findSeatPlaces, mayReadAnswers, seatsAt } from './seats.ts'
import { answersInWords } from './steps/known-answers.ts'
import { isPersonGone } from './steps/take-step.ts'

interface StepRow {
  number: number
  step: string
  seat: Seat
  from_state: string | null
  to_state: string
  taken_on: PlainDate
  taken_at: string
  by_name: string
  by_unit: UnitCode
  said: Buffer | null
}

async function listSteps({ tx }: ViewContext, { id, unit_code }: MatterRow): Promise<StepRow[]> {
  const { rows } = await tx.query<StepRow>(
    `select number, step, seat, from_state, to_state, taken_on, taken_at, by_name, by_unit, said
       from casework.matter_steps where bureau_code = left($2, 6) and matter_id = $1 order by number`,
    [id, unit_code],
  )
  return rows
}

/** Times it had been closed here as handed over, before it came back. */
async function listStays({ tx }: ViewContext, { id, unit_code }: MatterRow): Promise<Matter['stays']> {
  const { rows } = await tx.query<Matter['stays'][number]>(
    `select closed_on as "closedOn", handed_to as "handedTo" from casework.matter_stays
      where bureau_code = left($2, 6) and matter_id = $1 order by stay`,
    [id, unit_code],
  )
  return rows
}

function takenOf(
  { secrets }: ViewContext,
  { row, rules }: LoadedMatter,
  { steps, mayRead }: { steps: readonly StepRow[]; mayRead: boolean },
): Matter['taken'] {
  const nameOf = (state: string) => rules.type.states[state]?.name ?? { zh: state, en: state }
  return steps.map((step) => ({
    number: step.number,
    step: step.step,
    name: rules.type.steps[step.step]?.name ?? { zh: '提交', en: 'Begun' },
    seat: step.seat,
    fromName: step.from_state === null ? null : nameOf(step.from_state),
    toName: nameOf(step.to_state),
    on: step.taken_on,
    at: step.taken_at,
    byName: step.by_name,
    byUnit: step.by_unit,
    reason: mayRead ? (openSaid(secrets, row.id, step).reason ?? null) : null,
    isBack: rules.type.steps[step.step]?.isBack ?? false,
  }))
}

/** Days with each seat, in the order in which they had it first: together they are the age of the matter. */
function heldOf({ rules }: LoadedMatter, steps: readonly StepRow[], today: PlainDate): Matter['held'] {
  const days = new Map<Seat, number>()
  for (const [at, step] of steps.entries()) {
    const holder = rules.type.states[step.to_state]?.waitsFor
    const until = steps[at + 1]?.taken_on ?? today
    if (holder) days.set(holder, (days.get(holder) ?? 0) + daysBetween(step.taken_on, until))
  }
  return [...days].map(([holder, spent]) => ({ holder, days: spent }))
}

const clocksOf = ({ rules, state }: LoadedMatter): Matter['clocks'] =>
  state.clocks.map((clock) => {
    const declared = rules.type.clocks[clock.code]
    return {
      code: clock.code,
      name: declared?.name ?? { zh: clock.code, en: clock.code },
      article: declared?.article ?? '',
      startedOn: clock.startedOn,
      dueOn: clock.dueOn,
      stoppedOn: clock.stoppedOn ?? null,
      pausedOn: clock.pausedOn ?? null,
      isExtended: clock.extendedDays > 0,
      isWindow: declared?.isWindow ?? false,
    }
  })

/** The letters that were printed; to whoever may not read the answers, only those of the beginning, which repeat none. */
function lettersOf({ rules, state }: LoadedMatter, mayRead: boolean): Matter['letters'] {
  const { letters = {}, begins } = rules.type
  const printed = printedLetters(rules.type, state).filter((code) => mayRead || begins.prints?.includes(code))
  return printed.flatMap((code) => (letters[code] ? [{ code, name: letters[code].name }] : []))
}

function canOf({ actor }: ViewContext, { row, rules, state }: LoadedMatter, seats: readonly Seat[]): Matter['can'] {
  const isMine = row.claimed_by === null || row.claimed_by === actor.accountId
  const able =
    actor.grants.has('matter.work') && row.handed_to === null && !state.recused.includes(actor.accountId)
      ? stepsFor(rules, state, seats)
      : []
  const steps = able.flatMap((code) => {
    const step = rules.type.steps[code]
    const isOffices = row.holder !== null && (step?.by.includes(row.holder) ?? false)
    if (!step || (isOffices && !isMine)) return []
    const { name, prints = [], tells } = step
    const fields = fieldsOf(fieldsToAsk(step.fields ?? [], state.answers))
    return {
      code,
      name,
      needsReason: step.reason ?? false,
      isBack: step.isBack ?? false,
      isTurn: isOffices && row.holder !== 'applicant',
      isRefusal: rules.type.states[step.to]?.outcome === 'refused',
      fields,
      prints: [...prints],
      tells: tells ?? null,
    }
  })
  const holdsIt = row.holder !== null && row.holder !== 'applicant' && seats.includes(row.holder)
  const mayHold = holdsIt && actor.grants.has('matter.work')
  return {
    steps,
    claim: mayHold && row.claimed_by === null && !state.recused.includes(actor.accountId),
    handOver: mayHold && isMine,
    release: mayHold && row.claimed_by === actor.accountId,
    give: actor.grants.has('matter.work') && row.outcome === null,
  }
}

export const getMatter = view(contract.getMatter, {
  grant: 'matter.read',
  where: whereMatterIs,
  async run(context, { matterId }) {
    const matter = await findMatter(context, matterId)
    if (!matter) return undefined
    const [line] = await linesOf(context, [matter.row])
    if (!line) return undefined
    const { row, rules, state } = matter
    const seats = seatsAt(context.actor, await findSeatPlaces(context.tx, row.unit_code))
    const mayRead = await mayReadAnswers(context.tx, context.actor, { type: rules.type, unitCode: row.unit_code })
    const steps = await listSteps(context, row)
    const documents = await documentsOf(context.tx, matter)
    const fields = fieldsTold(rules.type, state, () => true)
    return {
      ...line,
      steps: row.steps,
      state: row.state,
      version: row.type_version,
      channel: row.channel,
      windowVisits: row.window_visits,
      articles: [...rules.type.articles],
      fields: fieldsOf(fields),
      answers: mayRead ? (maskedAnswers(fields, answersInWords(fields, state.answers)) as Matter['answers']) : null,
      clocks: clocksOf(matter),
      documents: documents.map((asked) => (asked.given && !mayRead ? { ...asked, given: { ...asked.given, files: [] } } : asked)),
      taken: takenOf(context, matter, { steps, mayRead }),
      notices: await listNotices(context.tx, row),
      held: heldOf(matter, steps, context.today),
      hands: await listHands(context, row, mayRead),
      handedTo: row.handed_to,
      stays: await listStays(context, row),
      doubleOf: row.double_of,
      personGone: await isPersonGone(context, matter),
      letters: lettersOf(matter, mayRead),
      can: canOf(context, matter, seats),
    }
  },
})
