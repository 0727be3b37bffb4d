import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import * as contract from '../../contract-rounds.ts'
import { roundOutcome } from '../../domain/engine/round.ts'
import type { Happening } from '../../domain/record/events.ts'
import { steerDesk } from '../computed/steer-desk.ts'
import { type LiveRound, loadLive } from './live-round.ts'
import { type EndedRound, publishRecord } from './publish-record.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { isComputed, lockRound, whereRoundIs } from './round-rows.ts'
import type { Step } from './round-step.ts'
import { sayLink } from './say-link.ts'

function happeningOf({ row, people }: LiveRound, step: Step): Result<Happening, RoundRefusal> {
  switch (step.kind) {
    case 'open':
      return row.present_name === null ? refuse({ code: 'supervisor-absent' }) : ok({ kind: 'opened', supervisor: row.present_name })
    case 'pause':
      return ok({ kind: 'paused', reason: step.reason })
    case 'resume':
      return ok({ kind: 'resumed' })
    case 'withdraw':
      return ok({ kind: 'post-withdrawn', post: step.post, reason: step.reason, article: step.article })
    case 'remove': {
      const candidate = people.find(({ candidate_id }) => candidate_id === step.candidateId)?.pseudonym
      return candidate
        ? ok({ kind: 'candidate-removed', candidate, reason: step.reason, article: step.article })
        : refuse({ code: 'unknown-candidate' })
    }
    case 'compute':
      return refuse({ code: 'wrong-way' })
    case 'close':
      return ok({ kind: 'closed' })
  }
}

const endedOf = ({ row, people, links, turns }: LiveRound): EndedRound => {
  const round = { kind: 'turns', turns } as const
  const { opening, order } = turns
  return { row, people, opening, order, links, outcome: roundOutcome(round) ?? { places: [], unplaced: [] } }
}

async function steer(context: ActionContext, live: LiveRound, step: Step): Promise<Result<{ seq: number; hash: string }, RoundRefusal>> {
  const what = happeningOf(live, step)
  if (!what.ok) return what
  const said = await sayLink(context, live, what.value)
  if (!said.ok) return said
  if (step.kind === 'close') await publishRecord(context, endedOf(live), said.value)
  return ok({ seq: said.value.seq, hash: said.value.hash })
}

export const steerRound = action(contract.steerRound, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, step }) {
    const round = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    if (!['drawn', 'open', 'paused'].includes(round.state)) return refuse({ code: 'wrong-state', state: round.state })
    if (isComputed(round)) return await steerDesk(context, round, step)
    const live = await loadLive(context.tx, round)
    const steered = await steer(context, live, step)
    return steered.ok ? ok({ roundId, ...steered.value }) : steered
  },
})

/** Only the supervisor takes back a turn, and only the last one that stands. */
export const undoTurn = action(contract.undoTurn, {
  grant: 'round.supervise',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, seq, reason }) {
    const round = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    if (round.state !== 'open' && round.state !== 'paused') return refuse({ code: 'wrong-state', state: round.state })
    if (isComputed(round)) return refuse({ code: 'wrong-way' })
    const live = await loadLive(context.tx, round)
    const said = await sayLink(context, live, { kind: 'undo', undoes: seq, reason, supervisor: context.actor.name })
    return said.ok ? ok({ roundId, seq: said.value.seq, hash: said.value.hash }) : said
  },
})
