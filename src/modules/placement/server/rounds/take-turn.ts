import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-rounds.ts'
import { nextTurn } from '../../domain/engine/turns/turns.ts'
import type { Happening } from '../../domain/record/events.ts'
import { type LiveRound, loadLive } from './live-round.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { isComputed, lockRound, whereRoundIs } from './round-rows.ts'
import { sayLink } from './say-link.ts'

type Input = Parameters<Parameters<typeof action<typeof contract.takeTurn>>[1]['run']>[1]

/** What the record says of a turn: with every post that the person could have had. */
function happeningOf(
  { turns }: LiveRound,
  { taken, turn, candidate }: { taken: Input['taken']; turn: number; candidate: string },
): Happening {
  const open = nextTurn(turns)?.open ?? []
  if (taken.kind === 'pick') return { kind: 'pick', turn, candidate, post: taken.post, by: taken.by, open }
  if (taken.kind === 'pass') return { kind: 'pass', turn, candidate, by: taken.by, open }
  if (taken.kind === 'absent') return { kind: 'absent', turn, candidate, open }
  const first = turns.people.get(candidate)?.proxy?.find((post) => open.includes(post))
  return first === undefined
    ? { kind: 'pass', turn, candidate, by: 'list', open }
    : { kind: 'pick', turn, candidate, post: first, by: 'list', open }
}

/**
 * The turn of one person. The round is locked first: of two who take it in the same second one waits, and then finds the
 * turn gone. It is named by number and person, so that nobody takes the turn of whoever came next.
 */
export const takeTurn = action(contract.takeTurn, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, turn, candidateId, taken }) {
    const round = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    if (round.state !== 'open') return refuse({ code: 'wrong-state', state: round.state })
    if (isComputed(round)) return refuse({ code: 'wrong-way' })
    const live = await loadLive(context.tx, round)
    const pseudonym = live.people.find(({ candidate_id }) => candidate_id === candidateId)?.pseudonym
    if (!pseudonym) return refuse({ code: 'unknown-candidate' })
    const what = happeningOf(live, { taken, turn, candidate: pseudonym })
    const said = await sayLink(context, live, what)
    if (!said.ok) return said
    return ok({ roundId, seq: said.value.seq, hash: said.value.hash, post: what.kind === 'pick' ? what.post : null })
  },
})
