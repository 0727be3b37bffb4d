import { z } from 'zod'
import { actionContract } from '../../../../kernel/contract.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { type EmployerRefusal, RankBody, EmployerRefusal as Refusal } from '../../contract-employers.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import type { Desk } from '../../domain/engine/desk/desk.ts'
import { loadDesk } from '../computed/desk-round.ts'
import { listEmployersOf } from '../computed/employer-rows.ts'
import { sayDeskLink } from '../computed/say-desk-link.ts'
import { lockRound, whereRoundIs } from '../rounds/round-rows.ts'
import { whoListed } from './employer-scene.ts'

/** Sent by a door only: its route says for whom. No account can send it, for no role holds the grant. */
const contract = actionContract({
  name: 'employer.rank',
  summary: 'A receiving unit ranks who has listed its post, in tiers; a later ranking replaces it until the window ends',
  input: RankBody.pick({ post: true, tiers: true }).extend({ roundId: z.uuid(), uscc: z.string() }),
  output: z.object({ seq: z.int(), hash: z.string() }),
  refusal: Refusal,
})

/** Short names as the pseudonyms of who has listed the post; undefined where one is nobody, or two. */
function peopleOf(desk: Desk, { post, tiers }: { post: string; tiers: readonly (readonly string[])[] }): string[][] | undefined {
  const listed = whoListed(desk, post)
  const found = tiers.map((tier) => tier.map((name) => listed.filter((person) => person.startsWith(name))))
  if (found.some((tier) => tier.some(({ length }) => length !== 1))) return undefined
  return found.map((tier) => tier.flat())
}

/** What the room was told, as the employer is told it. */
function toldAs(refusal: RoundRefusal): EmployerRefusal {
  if (refusal.code === 'window-over') return { code: 'window-over', on: refusal.on }
  if (refusal.code === 'window-open') return { code: 'lists-open', until: refusal.until }
  if (refusal.code === 'wrong-state' || refusal.code === 'already-computed') return { code: 'not-open' }
  return { code: refusal.code === 'named-twice' ? 'unknown-person' : 'changed-meanwhile' }
}

export const rankPeople = action(contract, {
  grant: 'employer.rank',
  where: whereRoundIs,
  refusals: {
    'no-such-door': 404,
    'too-many-tries': 409,
    'lists-open': 409,
    'window-over': 409,
    'not-open': 409,
    'unknown-person': 422,
    'changed-meanwhile': 409,
  },
  async run(context, { roundId, uscc, post, tiers }): Promise<Result<{ seq: number; hash: string }, EmployerRefusal>> {
    const row = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    if (row.state !== 'open' || !row.settings.twoWay) return refuse({ code: 'not-open' })
    const own = (await listEmployersOf(context.tx, row)).get(post)
    if (own?.uscc !== uscc) return refuse({ code: 'changed-meanwhile' })
    const round = await loadDesk(context.tx, row)
    const people = peopleOf(round.desk, { post, tiers })
    if (!people) return refuse({ code: 'unknown-person' })
    const said = await sayDeskLink(context, round, { kind: 'ranking', post, tiers: people })
    return said.ok ? ok({ seq: said.value.seq, hash: said.value.hash }) : refuse(toldAs(said.refusal))
  },
})
