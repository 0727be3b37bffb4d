import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { wherePersonIs } from '../file/edit-file.ts'
import { lockFile } from '../file/load-file.ts'
import { DOOR_CODE_DAYS, doorCodeHash, newDoorCode, spoken } from './door-code.ts'

type Standing = 'in-force' | 'authority-ended' | 'no-such-authority'

/** How an authority of this very person stands. */
async function standingOf({ tx, today }: ActionContext, personId: string, authorityId: string): Promise<Standing> {
  const { rows } = await tx.query<{ until_on: PlainDate; ended: boolean }>(
    'select until_on, ended_at is not null as ended from registry.authorities where id = $1 and person_id = $2',
    [authorityId, personId],
  )
  const found = rows[0]
  if (!found) return 'no-such-authority'
  return found.ended || found.until_on < today ? 'authority-ended' : 'in-force'
}

/**
 * A code for the person, or for somebody with authority. The one before it is void: of two that were handed out only the
 * later opens.
 */
export const giveDoorCode = action(contract.giveDoorCode, {
  grant: 'person.letIn',
  where: wherePersonIs,
  refusals: { 'file-closed': 409, 'no-such-authority': 404, 'authority-ended': 409 },
  async run(context, { personId, authorityId }) {
    const { tx, secrets, actor, now, today, unitCode } = context
    const file = await lockFile(context, personId)
    if (file?.state.person.status !== 'active') return refuse({ code: 'file-closed' })
    const standing = authorityId === undefined ? 'in-force' : await standingOf(context, personId, authorityId)
    if (standing !== 'in-force') return refuse({ code: standing })
    const code = newDoorCode()
    const endsOn = addDays(today, DOOR_CODE_DAYS)
    await tx.query(
      `update registry.door_codes set ends_at = $3
        where bureau_code = left($1, 6) and person_id = $2 and authority_id is not distinct from $4::uuid and used_at is null and ends_at > $3`,
      [unitCode, personId, now, authorityId ?? null],
    )
    await tx.query(
      `insert into registry.door_codes (bureau_code, id, unit_code, person_id, authority_id, code_hash, issued_at, issued_by, ends_at)
       values (left($1, 6), $2, $1, $3, $4, $5, $6, $7, $8)`,
      [
        unitCode,
        context.actionId,
        personId,
        authorityId ?? null,
        doorCodeHash(secrets, personId, code),
        now,
        actor.accountId,
        `${endsOn}T16:00:00Z`,
      ],
    )
    context.subject(personId)
    context.note(authorityId === undefined ? {} : { authority: authorityId })
    return ok({ code: spoken(code), endsOn })
  },
})
