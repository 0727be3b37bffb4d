import type { z } from 'zod'
import { addMonths } from '../../../../kernel/plain-date.ts'
import { bureauOf, regionOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { type Scheme, seatsFor } from '../../domain/accreditation/scheme.ts'
import { getPath } from '../division-queries.ts'
import { findUnitForUpdate } from '../unit-queries.ts'
import { accreditationOf, findAccreditation, findHeld, writeStep } from './accreditation-rows.ts'
import { schemeOf } from './schemes.ts'

type Input = z.output<typeof contract.openAccreditation.input>
type Refusal = z.output<typeof contract.openAccreditation.refusal>

/** An award that runs out within so many months may be shown anew (复核): the re-check begins before the award ends. */
const RECHECK_MONTHS = 6

export const openAccreditation = action(contract.openAccreditation, {
  grant: 'unit.write',
  where: ({ unitCode }) => unitCode,
  refusals: {
    'unit-not-found': 404,
    'unit-not-open': 409,
    'unknown-scheme': 422,
    'scheme-does-not-suit': 422,
    'level-missing': 422,
    'already-held': 409,
    'own-mentor': 422,
    'already-under-way': 409,
  },
  async run(context, input) {
    const scheme = schemeOf(input.scheme)
    if (!scheme) return refuse({ code: 'unknown-scheme' })
    const unit = await findUnitForUpdate(context.tx, input.unitCode)
    if (!unit) return refuse({ code: 'unit-not-found' })
    if (unit.status !== 'open') return refuse({ code: 'unit-not-open' })
    if (!scheme.kinds.includes(unit.kind) || !scheme.tiers.includes(unit.tier)) return refuse({ code: 'scheme-does-not-suit' })
    const refusal = (await findRefusal(context, input, scheme)) ?? (await insertCourse(context, input, { scheme, unit }))
    if (refusal) return refuse(refusal)
    const row = await findAccreditation(context.tx, { unitCode: input.unitCode, id: context.actionId })
    if (!row) throw new Error('the course of accreditation was not written')
    return ok(accreditationOf(row))
  },
})

async function findRefusal({ tx, today }: ActionContext, input: Input, scheme: Scheme): Promise<Refusal | undefined> {
  const isLevelRight = scheme.levels === 0 ? input.level === 0 : input.level >= 1 && input.level <= scheme.levels
  if (!isLevelRight) return { code: 'level-missing', levels: scheme.levels }
  if (input.mentorCode === input.unitCode) return { code: 'own-mentor' }
  const held = await findHeld(tx, input)
  if (!held?.expires_on || held.level !== input.level) return undefined
  return held.expires_on > addMonths(today, RECHECK_MONTHS) ? { code: 'already-held', expiresOn: held.expires_on } : undefined
}

async function insertCourse(
  context: ActionContext,
  { unitCode, level, mentorCode }: Input,
  { scheme, unit }: { scheme: Scheme; unit: contract.ServiceUnit },
): Promise<Refusal | undefined> {
  const { tx, today, actor, actionId } = context
  const path = await getPath(tx, regionOf(unitCode))
  const seats = seatsFor(
    scheme,
    unit.tier,
    path.map(({ tier }) => tier),
  )
  if (seats.length === 0) return { code: 'scheme-does-not-suit' }
  // The unit's row is locked: of two clerks at once the second sees the first one's course, and the index keeps it so.
  const { rowCount } = await tx.query(
    `insert into network.accreditations (bureau_code, id, unit_code, scheme, level, state, seats, seat, evidence, mentor_code, opened_on, opened_by)
     values ($1, $2, $3, $4, $5, 'draft', $6, 0, '[]', $7, $8, $9)
     on conflict (bureau_code, unit_code, scheme) where state in ('draft', 'reviewing', 'published') do nothing`,
    [bureauOf(unitCode), actionId, unitCode, scheme.code, level, seats, mentorCode, today, actor.accountId],
  )
  if (rowCount !== 1) return { code: 'already-under-way' }
  await writeStep(context, { unitCode, id: actionId }, { kind: 'open', reason: '' })
  return undefined
}
