import { addMonths } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { wherePersonIs } from '../file/edit-file.ts'
import { lockFile } from '../file/load-file.ts'

/** An authority is looked at anew at least this often. A setting, not a rule of law. */
const MOST_YEARS = 3

export const registerAuthority = action(contract.registerAuthority, {
  grant: 'person.letIn',
  where: wherePersonIs,
  refusals: { 'file-closed': 409, 'day-passed': 422, 'too-many-years': 422 },
  async run(context, input) {
    const { tx, secrets, actor, now, today, unitCode, actionId } = context
    const file = await lockFile(context, input.personId)
    if (file?.state.person.status !== 'active') return refuse({ code: 'file-closed' })
    if (input.untilOn < today) return refuse({ code: 'day-passed' })
    if (input.untilOn > addMonths(today, MOST_YEARS * 12)) return refuse({ code: 'too-many-years', years: MOST_YEARS })
    await tx.query(
      `insert into registry.authorities (bureau_code, id, unit_code, person_id, agent_name, agent_phone, relation, kinds, evidence,
         from_on, until_on, registered_at, registered_by)
       values (left($1, 6), $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        unitCode,
        actionId,
        input.personId,
        input.agentName,
        secrets.encrypt('registry.authorities.agent_phone', actionId, input.agentPhone),
        input.relation,
        input.kinds,
        input.evidence,
        today,
        input.untilOn,
        now,
        actor.accountId,
      ],
    )
    context.subject(input.personId)
    context.note({ relation: input.relation, until: input.untilOn, kinds: input.kinds?.join(' ') ?? 'all' })
    return ok({ id: actionId })
  },
})

const whereAuthorityIs = async ({ authorityId }: { authorityId: string }, { tx }: ViewContext): Promise<UnitCode | undefined> => {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from registry.authorities where id = $1', [authorityId])
  return rows[0]?.unit_code
}

export const endAuthority = action(contract.endAuthority, {
  grant: 'person.letIn',
  where: whereAuthorityIs,
  refusals: { 'already-ended': 409 },
  async run({ tx, actor, now, unitCode, ...context }, { authorityId, reason }) {
    const { rows } = await tx.query<{ person_id: string }>(
      `update registry.authorities set ended_at = $3, ended_by = $4, end_reason = $5
        where bureau_code = left($1, 6) and id = $2 and ended_at is null returning person_id`,
      [unitCode, authorityId, now, actor.accountId, reason],
    )
    const personId = rows[0]?.person_id
    if (personId === undefined) return refuse({ code: 'already-ended' })
    const ended = await tx.query<{ count: number }>('select access.end_bindings($1, $2, $3) as count', [personId, authorityId, now])
    context.subject(personId)
    context.note({ authority: authorityId })
    return ok({ ended: ended.rows[0]?.count ?? 0 })
  },
})

export const shutDoors = action(contract.shutDoors, {
  grant: 'person.letIn',
  where: wherePersonIs,
  refusals: {},
  async run(context, { personId }) {
    const { rows } = await context.tx.query<{ count: number }>('select access.end_bindings($1, null, $2) as count', [personId, context.now])
    context.subject(personId)
    return ok({ ended: rows[0]?.count ?? 0 })
  },
})
