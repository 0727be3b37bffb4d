import type { ActionContext } from '../../../../platform/actions/context.ts'

type RoundStep = 'enterRound' | 'leaveRound' | 'pick' | 'undoPick'
type RoundStanding = 'ranked' | 'selecting' | 'picked'

/** Candidates go the steps that a round takes; the number of each step is the version, so that two at once do not both stand. */
export async function moveCandidates(
  { tx, actor, today, now, unitCode }: ActionContext,
  { ids, step, from, to }: { ids: readonly string[]; step: RoundStep; from: RoundStanding; to: RoundStanding },
): Promise<void> {
  await tx.query(
    `with moved as (
       update placement.candidates set state = $3, steps = steps + 1, since_on = $4
        where bureau_code = left($5, 6) and id = any($1) and state = $2
       returning bureau_code, id, steps, unit_code, person_id
     )
     insert into placement.candidate_steps (bureau_code, candidate_id, number, unit_code, person_id, step, from_state, to_state, taken_on, taken_at, taken_by, by_name)
     select bureau_code, id, steps, unit_code, person_id, $6, $2, $3, $4, $7, $8, $9 from moved`,
    [ids, from, to, today, unitCode, step, now, actor.accountId, actor.name],
  )
}
