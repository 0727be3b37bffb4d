import type { z } from 'zod'
import type { UnitCode } from '../../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../../kernel/result.ts'
import type { ActionContext } from '../../../../../platform/actions/context.ts'
import { action } from '../../../../../platform/actions/declare.ts'
import { findFile, findPersonUnits } from '../../../../registry/index.ts'
import { type Channel, openMatter as OpenMatter, type OpenMatterRefusal } from '../../../contract.ts'
import type { Answers } from '../../../domain/matters/answers.ts'
import { BEGIN, begin } from '../../../domain/matters/matter-state.ts'
import type { MatterType, Seat } from '../../../domain/matters/matter-type.ts'
import { bookDuty, checkDuty, dutyAsked } from '../../roster/duties.ts'
import { appendStep, insertMatter, type KeptMatter, onceKeyOf } from '../keep-matter.ts'
import { rulesOf } from '../kinds/rules-of.ts'
import { findMatterType } from '../load-types.ts'
import { dueOf, emitOpened } from '../matter-facts.ts'
import { findSeatPlaces, seatsAt } from '../seats.ts'
import { findHolder, findHousehold, holdHousehold } from './households.ts'
import { withKnown } from './known-answers.ts'

type Begun = z.input<typeof OpenMatter.output>
type Input = Parameters<Parameters<typeof action<typeof OpenMatter>>[1]['run']>[1]

/** The seat from which an account may begin a matter: its own office before the applicant's, for whom it only acts. */
function seatToBegin(type: MatterType, seats: readonly Seat[]): Seat | undefined {
  const able = type.begins.by.filter((seat) => seats.includes(seat))
  return able.find((seat) => seat !== 'applicant') ?? able[0]
}

/** Whom the matter is about must have a file at the station that opens it. */
async function checkPerson({ tx }: ActionContext, type: MatterType, input: Input): Promise<Result<string | null, OpenMatterRefusal>> {
  if (input.personId === undefined) return type.about === 'anyone' ? ok(null) : refuse({ code: 'person-needed' })
  const units = await findPersonUnits(tx, [input.personId])
  return units.get(input.personId) === input.unitCode ? ok(input.personId) : refuse({ code: 'person-not-found' })
}

/** The matter that the person has already. */
async function findTwin({ tx, secrets, today }: ActionContext, kept: KeptMatter): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from casework.matters where person_id = $1 and type_code = $2 and once_key = $3',
    [kept.personId, kept.rules.type.code, onceKeyOf(secrets, kept, today)],
  )
  if (!rows[0]) throw new Error('the matter that stood in the way has gone')
  return rows[0].id
}

/** A matter that is to begin: everything about it has been found. */
export interface Beginning {
  readonly type: MatterType
  readonly unitCode: UnitCode
  readonly personId: string | null
  readonly seat: Seat
  readonly channel: Channel
  readonly answers: Answers
}

/** Begins a matter with its first step, its facts and its trace, or says why it cannot begin. */
export async function beginMatter(context: ActionContext, beginning: Beginning): Promise<Result<Begun, OpenMatterRefusal>> {
  const { type, unitCode, personId, seat, channel, answers } = beginning
  const rules = rulesOf(type, unitCode)
  const taken = { seat, by: context.actor.accountId, on: context.today, answers }
  const begun = begin(rules, taken)
  if (!begun.ok) return refuse(begun.refusal as OpenMatterRefusal)
  const places = await findSeatPlaces(context.tx, unitCode)
  const duty = dutyAsked(type, begun.value.answers)
  const issue = duty && (await checkDuty(context.tx, duty, places.adviser))
  if (issue) return refuse({ code: 'answers-wrong', issues: [issue] })
  // The client's id: a device without a network may take the next step of what it has just begun.
  const kept: KeptMatter = { id: context.actionId, unitCode, personId, rules, state: begun.value, places }
  const household = await findHousehold(context, type, personId)
  const holder = household && (await findHolder(context, kept, household))
  if (holder !== undefined) return refuse({ code: 'household-has-it', holder })
  if (!(await insertMatter(context, kept, channel))) return refuse({ code: 'already-open', matterId: await findTwin(context, kept) })
  if (household) await holdHousehold(context, kept, household)
  if (duty) await bookDuty(context, { matterId: kept.id, unitCode, personId, centre: places.adviser, onDay: duty.onDay })
  await appendStep(context, kept, {
    taken: { ...taken, step: BEGIN },
    number: 1,
    from: null,
    to: begun.value.state,
    byName: context.actor.name,
    byUnit: context.actor.unitCode,
    channel,
  })
  emitOpened(context, { rules, personId, unitCode }, channel)
  context.note({ type: type.code, version: type.version, matter: kept.id })
  if (personId !== null) context.subject(personId)
  return ok({ id: kept.id, state: begun.value.state, dueOn: dueOf(rules, begun.value) })
}

/** What was answered at the window, over what the file knows already: nothing is asked twice (一次采集). */
async function answersFor(context: ActionContext, type: MatterType, { personId, answers }: Input): Promise<Answers> {
  const file = personId === undefined ? undefined : await findFile(context, personId)
  return file ? withKnown(type, file.state, answers) : answers
}

/** How it is answered when a matter does not begin, at the window and on /me. */
export const BEGIN_REFUSALS = {
  'no-such-kind': 404,
  'person-needed': 422,
  'person-not-found': 404,
  'not-your-turn': 409,
  'already-open': 409,
  'household-has-it': 409,
  'answers-wrong': 422,
} as const

export const openMatter = action(OpenMatter, {
  grant: 'matter.work',
  where: ({ unitCode }) => unitCode,
  refusals: BEGIN_REFUSALS,
  async run(context, input) {
    const type = findMatterType(input.typeCode, context.today)
    if (!type) return refuse({ code: 'no-such-kind' })
    const person = await checkPerson(context, type, input)
    if (!person.ok) return person
    const places = await findSeatPlaces(context.tx, input.unitCode)
    const seat = seatToBegin(type, seatsAt(context.actor, places))
    if (!seat) return refuse({ code: 'not-your-turn', waitsFor: type.begins.by[0] ?? 'applicant' })

    return await beginMatter(context, {
      type,
      unitCode: input.unitCode,
      personId: person.value,
      seat,
      channel: input.channel,
      answers: await answersFor(context, type, input),
    })
  },
})
