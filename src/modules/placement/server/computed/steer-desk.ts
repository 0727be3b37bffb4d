import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-computed.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import { deskOutcome } from '../../domain/engine/desk/take-desk-step.ts'
import type { Happening, Link } from '../../domain/record/events.ts'
import { publishRecord } from '../rounds/publish-record.ts'
import { ROUND_REFUSALS } from '../rounds/round-refusals.ts'
import { lockRound, type RoundRow, whereRoundIs } from '../rounds/round-rows.ts'
import type { Step } from '../rounds/round-step.ts'
import { type DeskRound, loadDesk } from './desk-round.ts'
import { sayDeskLink } from './say-desk-link.ts'
import { isTooLate } from './windows.ts'

/** The pseudonym of a candidate of the round. */
const nameOf = ({ people }: DeskRound, candidateId: string): string | undefined =>
  people.find(({ candidate_id }) => candidate_id === candidateId)?.pseudonym ?? undefined

function openedBy({ row }: DeskRound, now: string): Result<Happening, RoundRefusal> {
  if (row.present_name === null) return refuse({ code: 'supervisor-absent' })
  if (row.settings.twoWay && isTooLate(row, now)) return refuse({ code: 'opened-too-late', on: row.settings.twoWay.listsUntil })
  return ok({ kind: 'opened', supervisor: row.present_name })
}

function happeningOf(round: DeskRound, step: Step, now: string): Result<Happening, RoundRefusal> {
  switch (step.kind) {
    case 'open':
      return openedBy(round, now)
    case 'withdraw':
      return ok({ kind: 'post-withdrawn', post: step.post, reason: step.reason, article: step.article })
    case 'remove': {
      const candidate = nameOf(round, step.candidateId)
      const { reason, article } = step
      return candidate ? ok({ kind: 'candidate-removed', candidate, reason, article }) : refuse({ code: 'unknown-candidate' })
    }
    case 'compute':
      return ok({ kind: 'computed' })
    case 'close':
      return ok({ kind: 'closed' })
    case 'pause':
    case 'resume':
      return refuse({ code: 'wrong-way' })
  }
}

type Said = { roundId: string; seq: number; hash: string }
const saidIn = (round: DeskRound, { seq, hash }: Link): Said => ({ roundId: round.row.id, seq, hash })

/** Opens, computes and closes a round that is computed at once; takes out posts and people before the computation. */
export async function steerDesk(context: ActionContext, row: RoundRow, step: Step): Promise<Result<Said, RoundRefusal>> {
  const round = await loadDesk(context.tx, row)
  const what = happeningOf(round, step, context.now)
  if (!what.ok) return what
  const said = await sayDeskLink(context, round, what.value)
  if (!said.ok) return said
  if (step.kind === 'close') {
    const { people, links, desk } = round
    const outcome = deskOutcome(desk)
    if (!outcome) throw new Error('a round was closed before it was computed')
    await publishRecord(context, { row, people, links, outcome, opening: desk.opening, order: desk.order }, said.value)
  }
  return ok(saidIn(round, said.value))
}

/** Says one thing about one candidate in an open round. */
async function sayOf(
  context: ActionContext,
  { roundId, candidateId }: { roundId: string; candidateId: string },
  whatOf: (candidate: string, round: DeskRound) => Happening | RoundRefusal,
): Promise<Result<Said, RoundRefusal>> {
  const row = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
  if (row.state !== 'open') return refuse({ code: 'wrong-state', state: row.state })
  if (!row.settings.twoWay && !row.settings.directive) return refuse({ code: 'wrong-way' })
  const round = await loadDesk(context.tx, row)
  const candidate = nameOf(round, candidateId)
  if (!candidate) return refuse({ code: 'unknown-candidate' })
  const what = whatOf(candidate, round)
  if ('code' in what) return refuse(what)
  const said = await sayDeskLink(context, round, what)
  return said.ok ? ok(saidIn(round, said.value)) : said
}

/** Whether the list that stands is one that the person handed in on /me: of those no name is kept. */
const isOwnList = ({ links }: DeskRound, candidate: string): boolean =>
  links.findLast(({ what }) => what.kind === 'list' && what.candidate === candidate)?.byName === ''

/** Paper is entered for who does not use /me; who has listed there changes it there. */
export const enterList = action(contract.enterList, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  run: async (context, { posts, ...whose }) =>
    await sayOf(context, whose, (candidate, round) =>
      isOwnList(round, candidate) ? { code: 'listed-by-self' } : { kind: 'list', candidate, posts },
    ),
})

/** What an officer decides otherwise than the optimum stands beside it in the record, with reason and article. */
export const deviate = action(contract.deviate, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  run: async (context, { post, reason, article, ...whose }) =>
    await sayOf(context, whose, (candidate) => ({ kind: 'deviation', candidate, ...(post === null ? {} : { post }), reason, article })),
})
