import { uuidv7 } from 'uuidv7'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findPersonUnits } from '../../../registry/index.ts'
import { openMatter as OpenMatter, type OpenMatterRefusal } from '../../contract.ts'
import { BEGIN, begin } from '../../domain/matters/matter-state.ts'
import type { MatterType, Seat } from '../../domain/matters/matter-type.ts'
import { appendStep, insertMatter, type KeptMatter, onceKeyOf } from './keep-matter.ts'
import { findMatterType } from './load-types.ts'
import { dueOf, emitOpened } from './matter-facts.ts'
import { rulesOf } from './rules-of.ts'
import { findSeatPlaces, seatsAt } from './seats.ts'

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

export const openMatter = action(OpenMatter, {
  grant: 'matter.work',
  where: ({ unitCode }) => unitCode,
  refusals: {
    'no-such-kind': 404,
    'person-needed': 422,
    'person-not-found': 404,
    'not-your-turn': 409,
    'already-open': 409,
    'answers-wrong': 422,
  },
  async run(context, input) {
    const type = findMatterType(input.typeCode, context.today)
    if (!type) return refuse({ code: 'no-such-kind' })
    const person = await checkPerson(context, type, input)
    if (!person.ok) return person
    const places = await findSeatPlaces(context.tx, input.unitCode)
    const seat = seatToBegin(type, seatsAt(context.actor, places))
    if (!seat) return refuse({ code: 'not-your-turn', waitsFor: type.begins.by[0] ?? 'applicant' })

    const rules = rulesOf(type, input.unitCode)
    const taken = { seat, by: context.actor.accountId, on: context.today, answers: input.answers }
    const begun = begin(rules, taken)
    if (!begun.ok) return refuse(begun.refusal as OpenMatterRefusal)
    const kept: KeptMatter = { id: uuidv7(), unitCode: input.unitCode, personId: person.value, rules, state: begun.value, places }
    if (!(await insertMatter(context, kept, input.channel)))
      return refuse({ code: 'already-open', matterId: await findTwin(context, kept) })
    await appendStep(context, kept, {
      taken: { ...taken, step: BEGIN },
      number: 1,
      from: null,
      to: begun.value.state,
      byName: context.actor.name,
      byUnit: context.actor.unitCode,
      channel: input.channel,
    })
    emitOpened(context, { rules, personId: person.value, unitCode: input.unitCode }, input.channel)
    context.note({ type: type.code, version: type.version, matter: kept.id })
    if (person.value !== null) context.subject(person.value)
    return ok({ id: kept.id, state: begun.value.state, dueOn: dueOf(rules, begun.value) })
  },
})
