import type { z } from 'zod'
import { ok, type Result, refuse } from '../../../../../kernel/result.ts'
import type { ActionContext, WritingContext } from '../../../../../platform/actions/context.ts'
import { action } from '../../../../../platform/actions/declare.ts'
import { findContactSubjects } from '../../../../registry/index.ts'
import { type StepRefusal, takeStep as TakeStep } from '../../../contract.ts'
import { documentsNeeded, type MatterState, outcomeOf, stepsFor, type TakenStep, take } from '../../../domain/matters/matter-state.ts'
import type { Seat } from '../../../domain/matters/matter-type.ts'
import { appendStep, updateMatter } from '../keep-matter.ts'
import { dueOf, emitStep } from '../matter-facts.ts'
import { type LoadedMatter, lockMatter, whereMatterIs } from '../matter-rows.ts'
import { tellApplicant } from '../notices/notices.ts'
import { findSeatPlaces, seatsAt } from '../seats.ts'
import { emitClosing } from './closing-facts.ts'

type Input = Parameters<Parameters<typeof action<typeof TakeStep>>[1]['run']>[1]

/** The seat from which an account takes a step: its own office before the applicant's. */
function seatToTake({ rules, state }: LoadedMatter, seats: readonly Seat[], step: string): Seat | undefined {
  const able = seats.filter((seat) => stepsFor(rules, state, [seat]).includes(step))
  return able.find((seat) => seat !== 'applicant') ?? able[0]
}

/** Documents that the step needs and nobody has given. */
async function missingDocuments({ tx }: ActionContext, { row, rules, state }: LoadedMatter, step: string): Promise<string[]> {
  const needed = documentsNeeded(rules.type, state, step)
  if (needed.length === 0) return []
  const { rows } = await tx.query<{ code: string }>(
    'select distinct code from casework.matter_documents where bureau_code = left($2, 6) and matter_id = $1',
    [row.id, row.unit_code],
  )
  const given = new Set(rows.map(({ code }) => code))
  return needed.filter((code) => !given.has(code))
}

/** Nobody acts at the word of a person who has died or whose file is closed; an office can still bring the matter to its end. */
export async function isPersonGone({ tx }: Pick<ActionContext, 'tx'>, { row }: LoadedMatter): Promise<boolean> {
  if (row.person_id === null) return false
  const subject = (await findContactSubjects(tx, [row.person_id])).get(row.person_id)
  return subject === undefined || subject.deceasedOn !== null
}

async function whyNot(
  context: ActionContext,
  matter: LoadedMatter,
  asked: { input: Input; seat: Seat | undefined },
): Promise<StepRefusal | undefined> {
  const { input, seat } = asked
  const { row, state, rules } = matter
  if (row.handed_to !== null) return { code: 'handed-over', unitCode: row.handed_to }
  if (row.steps !== input.steps) return { code: 'moved-on', steps: row.steps }
  const step = rules.type.steps[input.step]
  if (!step?.from.includes(state.state)) return { code: 'not-from-here', state: state.state }
  if (!seat) return { code: 'not-your-turn', waitsFor: step.by[0] ?? 'station' }
  if (row.claimed_by !== null && row.claimed_by !== context.actor.accountId && seat === row.holder) return { code: 'claimed-by-another' }
  if (seat === 'applicant' && (await isPersonGone(context, matter))) return { code: 'person-gone' }
  const documents = await missingDocuments(context, matter, input.step)
  return documents.length > 0 ? { code: 'documents-missing', documents } : undefined
}

/** Who takes a step, and from where: an account, or the clock. */
interface TakingContext extends WritingContext {
  readonly actor: Pick<ActionContext['actor'], 'accountId' | 'name' | 'unitCode'>
}

/** Takes a step in a locked matter and keeps what came of it. */
export async function takeIn(
  context: TakingContext,
  matter: LoadedMatter,
  asked: { taken: TakenStep; channel: Input['channel'] },
): Promise<Result<MatterState, StepRefusal>> {
  const { row, rules, state } = matter
  const { taken, channel } = asked
  const after = take(rules, state, taken)
  if (!after.ok) return refuse(after.refusal as StepRefusal)
  const step = rules.type.steps[taken.step]
  if (!step) throw new Error(`${rules.type.code} has no step ${taken.step}`)
  const places = await findSeatPlaces(context.tx, row.unit_code)
  const kept = { id: row.id, unitCode: row.unit_code, personId: row.person_id, rules, state: after.value, places }
  await appendStep(context, kept, {
    taken,
    number: after.value.steps,
    from: state.state,
    to: after.value.state,
    byName: context.actor.name,
    byUnit: context.actor.unitCode,
    channel: channel ?? null,
  })
  const cameToWindow = channel === 'window' && taken.seat === 'applicant'
  await updateMatter(context, kept, { openedOn: row.opened_on, cameToWindow })
  await tellApplicant(context, kept, step)
  emitStep(context, { rules, personId: row.person_id, unitCode: row.unit_code }, { before: state, after: after.value, step })
  if (row.outcome === null && outcomeOf(rules, after.value) !== undefined)
    await emitClosing(context, row, row.window_visits + (cameToWindow ? 1 : 0))
  return after
}

/** How each refusal of a step leaves the house. */
export const STEP_REFUSALS = {
  'moved-on': 409,
  'not-from-here': 409,
  'not-your-turn': 409,
  'claimed-by-another': 409,
  'too-late': 409,
  'not-run-out': 409,
  'not-applicable': 422,
  'already-extended': 409,
  'reason-needed': 422,
  'answers-wrong': 422,
  'same-hand': 409,
  recused: 409,
  'authority-ended': 409,
  'outside-authority': 409,
  'documents-missing': 422,
  'person-gone': 409,
  'handed-over': 409,
} as const

/** Takes a step from a seat in a locked matter, with its trace, or says why it cannot be taken. */
export async function stepIn(
  context: ActionContext,
  matter: LoadedMatter,
  asked: { input: Input; seat: Seat | undefined },
): Promise<Result<z.input<typeof TakeStep.output>, StepRefusal>> {
  const { input, seat } = asked
  const refusal = await whyNot(context, matter, asked)
  if (refusal) return refuse(refusal)
  const taken: TakenStep = {
    step: input.step,
    seat: seat ?? 'applicant',
    by: context.actor.accountId,
    on: context.today,
    answers: input.answers,
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  }
  const after = await takeIn(context, matter, { taken, channel: input.channel })
  if (!after.ok) return after
  context.note({ matter: matter.row.id, step: input.step, number: after.value.steps })
  if (matter.row.person_id !== null) context.subject(matter.row.person_id)
  return ok({ state: after.value.state, steps: after.value.steps, dueOn: dueOf(matter.rules, after.value) })
}

export const takeStep = action(TakeStep, {
  grant: 'matter.work',
  where: whereMatterIs,
  refusals: STEP_REFUSALS,
  async run(context, input) {
    const matter = await lockMatter(context, { id: input.matterId, unitCode: context.unitCode })
    const places = await findSeatPlaces(context.tx, matter.row.unit_code)
    return await stepIn(context, matter, { input, seat: seatToTake(matter, seatsAt(context.actor, places), input.step) })
  },
})
