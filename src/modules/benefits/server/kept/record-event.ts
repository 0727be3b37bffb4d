import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findPersonUnit } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findEventFault } from '../../domain/run/check-event.ts'
import { findEvents } from '../months/read-people.ts'
import { findKept } from './kept-rows.ts'

export const recordEvent = action(contract.recordEvent, {
  grant: 'benefit.write',
  where: async ({ personId }, { tx }) => await findPersonUnit(tx, personId),
  refusals: {
    'not-entitled': 409,
    incomplete: 422,
    'in-future': 422,
    'before-birth': 422,
    'too-soon': 422,
    'not-suspended': 409,
    dead: 409,
    'already-taken-back': 409,
  },
  async run(context, { personId, event }) {
    const { tx, actor, actionId: id, today, now, unitCode } = context
    const bureau = bureauOf(unitCode)
    // Events of one person are held against those before them, one after the other.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('benefits.events ' || $1, 0))", [personId])
    const [held, events] = [await findKept(tx, bureau, personId), await findEvents(tx, bureau, personId)]
    if (held.length === 0) return refuse({ code: 'not-entitled' })
    const fault = findEventFault({ ...event, id }, { held, events, today })
    if (fault) return refuse(fault)
    const { kind, effectiveOn, classCode, grade, cause, reason, place, evidence, cancels } = event
    const only = { grade: kind === 'regraded' ? grade : null, cause: kind === 'regraded' ? cause : null }
    await tx.query(
      `insert into benefits.life_events (bureau_code, person_id, id, unit_code, kind, effective_on, known_on, class_code, grade, cause, reason, place,
              evidence, cancels, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        bureau,
        personId,
        id,
        `${bureau}000000`,
        kind,
        effectiveOn,
        today,
        classCode,
        only.grade,
        only.cause,
        kind === 'suspended' ? reason : null,
        kind === 'moved' ? place : null,
        evidence,
        kind === 'takenBack' ? cancels : null,
        now,
        actor.accountId,
      ],
    )
    context.subject(personId)
    context.note({ event: id, kind, effectiveOn })
    return ok({ id })
  },
})
