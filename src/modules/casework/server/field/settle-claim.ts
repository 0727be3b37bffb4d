import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { runInside } from '../../../../platform/actions/run-inside.ts'
import { changePerson, findFile } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { type ClaimRow, contestedFields, endClaim, lockClaim, readSaid, whereClaim } from './claim-rows.ts'

/** Writes what was chosen from the device into the file as it stands now. Undefined when done; else why not. */
async function writeChosen(
  context: ActionContext,
  claim: ClaimRow,
  chosen: { changes: Readonly<Record<string, unknown>>; reason: string },
): Promise<string | undefined> {
  if (Object.keys(chosen.changes).length === 0) return undefined
  const file = claim.person_id === null ? undefined : await findFile(context, claim.person_id)
  if (!file) return 'file-closed'
  const input = { personId: file.id, version: file.version, ...chosen }
  const answer = await runInside(context, changePerson, { actionId: context.actionId, input })
  if (answer.kind === 'value') return undefined
  return answer.kind === 'refusal' ? answer.refusal.code : answer.problem.code
}

export const settleClaim = action(contract.settleClaim, {
  grant: 'person.write',
  where: whereClaim,
  refusals: { 'already-settled': 409, 'choice-missing': 422, 'cannot-be-written': 409 },
  async run(context, { claimId, choices, reason }) {
    const claim = await lockClaim(context, claimId)
    if (!claim || claim.settled_at !== null) return refuse({ code: 'already-settled' })
    const contested = contestedFields(readSaid(context, claim))
    const missing = Object.keys(contested).filter((field) => !(field in choices))
    if (missing.length > 0) return refuse({ code: 'choice-missing', fields: missing })
    const changes = Object.fromEntries(Object.entries(contested).filter(([field]) => choices[field] === 'device'))
    const because = await writeChosen(context, claim, { changes, reason })
    if (because !== undefined) return refuse({ code: 'cannot-be-written', because })
    await endClaim(context, { id: claimId, settlement: { choices, reason } })
    context.note({ claim: claimId, fromDevice: Object.keys(changes) })
    if (claim.person_id !== null) context.subject(claim.person_id)
    return ok({ id: claimId })
  },
})
