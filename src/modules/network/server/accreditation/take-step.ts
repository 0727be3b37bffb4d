import type { z } from 'zod'
import { addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Accreditation } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { advance, type Course, type Evidence, type StepKind } from '../../domain/accreditation/advance.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'
import {
  type AccreditationColumns,
  accreditationOf,
  courseOf,
  findAccreditation,
  findHeld,
  seatOf,
  writeStep,
} from './accreditation-rows.ts'
import { emitHeld } from './held-facts.ts'
import { schemeOf } from './schemes.ts'

type Refusal = z.output<typeof contract.prepareAccreditation.refusal>

interface Step {
  readonly unitCode: UnitCode
  readonly id: string
  readonly revision: number
  readonly kind: StepKind
  readonly reason: string
  readonly evidence?: readonly Evidence[] | undefined
}

const REFUSALS = {
  'accreditation-not-found': 404,
  'changed-meanwhile': 409,
  'not-now': 409,
  'unknown-criteria': 422,
  'criteria-open': 422,
  'not-your-seat': 409,
  'own-submission': 409,
  'still-public': 409,
  'publication-over': 409,
} as const

export const prepareAccreditation = action(contract.prepareAccreditation, {
  grant: 'unit.write',
  where: ({ unitCode }) => unitCode,
  refusals: REFUSALS,
  run: (context, { step, ...course }) =>
    takeStep(context, {
      ...course,
      kind: step.kind,
      reason: step.kind === 'withdraw' ? step.reason : '',
      evidence: step.kind === 'check' ? step.evidence : undefined,
    }),
})

export const reviewAccreditation = action(contract.reviewAccreditation, {
  grant: 'unit.accredit',
  where: ({ unitCode }) => unitCode,
  refusals: REFUSALS,
  async run(context, { step, ...course }) {
    const row = await findAccreditation(context.tx, course)
    const seat = row && seatOf(row)
    // Whoever handed it in does not review it, and each office reviews at its own seat.
    if (row && row.submitted_by === context.actor.accountId) return refuse({ code: 'own-submission' })
    if (seat && seat !== context.actor.tier) return refuse({ code: 'not-your-seat', seat })
    return takeStep(context, { ...course, ...step })
  },
})

async function takeStep(context: ActionContext, step: Step): Promise<Result<Accreditation, Refusal>> {
  const row = await findAccreditation(context.tx, step, { lock: true })
  if (!row) return refuse({ code: 'accreditation-not-found' })
  if (row.revision !== step.revision) return refuse({ code: 'changed-meanwhile', revision: row.revision })
  const scheme = schemeOf(row.scheme)
  if (!scheme) throw new Error(`there is no scheme ${row.scheme}`)
  const known = new Set(scheme.criteria.map(({ code }) => code))
  const unknown = (step.evidence ?? []).map(({ criterion }) => criterion).filter((criterion) => !known.has(criterion))
  if (unknown.length > 0) return refuse({ code: 'unknown-criteria', criteria: unknown })

  const next = advance(courseOf(row), step, { scheme, seats: row.seats.length, today: context.today })
  if (!next.ok) return next
  if (step.kind === 'award') await supersedeHeld(context, row)
  await saveCourse(context, { row, step, course: next.value, scheme })
  await writeStep(context, step, step)
  const saved = await findAccreditation(context.tx, step)
  if (!saved) throw new Error('the course of accreditation has gone')
  if (step.kind === 'award') emitHeld(context, saved, { from: context.today })
  if (step.kind === 'revoke') emitHeld(context, saved, { endedOn: context.today })
  context.note({ accreditation: step.id, scheme: row.scheme, step: step.kind })
  return ok(accreditationOf(saved))
}

/** A new award takes the place of the one that is held: from this day on only one counts. */
async function supersedeHeld(context: ActionContext, { unit_code, scheme }: AccreditationColumns): Promise<void> {
  const held = await findHeld(context.tx, { unitCode: unit_code, scheme })
  if (!held) return
  await context.tx.query(
    `update network.accreditations set state = 'superseded', ended_on = $3, revision = revision + 1 where bureau_code = $1 and id = $2`,
    [bureauOf(unit_code), held.id, context.today],
  )
  emitHeld(context, held, { endedOn: context.today })
}

interface Saved {
  readonly row: AccreditationColumns
  readonly step: Step
  readonly course: Course
  readonly scheme: Scheme
}

async function saveCourse({ tx, today, actor }: ActionContext, { row, step, course, scheme }: Saved): Promise<void> {
  const isAward = step.kind === 'award'
  const ended: PlainDate | null = step.kind === 'revoke' ? today : row.ended_on
  await tx.query(
    `update network.accreditations
        set state = $3, seat = $4, evidence = $5, public_until = $6, awarded_on = $7, expires_on = $8, ended_on = $9,
            submitted_by = coalesce($10, submitted_by), revision = revision + 1
      where bureau_code = $1 and id = $2`,
    [
      bureauOf(row.unit_code),
      row.id,
      course.state,
      course.seat,
      JSON.stringify(course.evidence),
      course.publicUntil,
      isAward ? today : row.awarded_on,
      isAward ? addMonths(today, scheme.validMonths) : row.expires_on,
      ended,
      step.kind === 'submit' ? actor.accountId : null,
    ],
  )
}
