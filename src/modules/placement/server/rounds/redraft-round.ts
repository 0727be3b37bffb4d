import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import type { WayRules } from '../../contract-drafts.ts'
import * as contract from '../../contract-drafts.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import { areWindowsTurned } from '../computed/windows.ts'
import { whyNotDirect } from './draft-round.ts'
import { keepVersion, listVersions, postsOfDraft } from './draft-versions.ts'
import { countOffered, keepPosts } from './read-posts.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { findRound, isComputed, listRoundPeople, lockRound, type RoundRow, type RoundSettings, whereRoundIs } from './round-rows.ts'

type Input = Parameters<Parameters<typeof action<typeof contract.redraftRound>>[1]['run']>[1]

/** Rules as the round keeps them; refused where they are of another way than the round. */
function settingsOf({ way }: Pick<RoundRow, 'way'>, rules: WayRules): Result<RoundSettings, RoundRefusal> {
  const kind = isComputed({ way }) ? way : 'turns'
  if (rules.kind !== kind) return refuse({ code: 'wrong-way' })
  if (rules.kind === 'turns') return ok({ turn: rules.turn })
  if (rules.kind === 'two-way') return ok({ twoWay: rules.twoWay })
  return ok({ directive: { cost: rules.cost, ladder: rules.ladder } })
}

function rulesOf({ turn, twoWay, directive }: RoundSettings): WayRules {
  if (turn) return { kind: 'turns', turn }
  if (twoWay) return { kind: 'two-way', twoWay }
  if (!directive) throw new Error('a round without the rules of its way')
  return { kind: 'directive', ...directive }
}

/** The same rules that a new draft is held to. */
async function whyNot(context: ActionContext, round: RoundRow, { draw, rules, postIds }: Input): Promise<RoundRefusal | undefined> {
  const offered = await countOffered(context.tx, { postIds, unitCode: context.unitCode })
  if (offered < postIds.length) return { code: 'posts-not-offered', count: postIds.length - offered }
  if (draw.on <= context.today) return { code: 'draw-not-later' }
  if (rules.kind === 'two-way' && areWindowsTurned(rules.twoWay, draw.on)) return { code: 'windows-turned' }
  return round.way === 'direct' ? await whyNotDirect(context, postIds) : undefined
}

/** Posts get new short codes; a list handed in keeps the posts it named. Gives how many lists lost one. */
async function choosePosts({ tx }: ActionContext, round: RoundRow, postIds: readonly string[]): Promise<number> {
  const before = new Map((await postsOfDraft(tx, round)).map(({ code, post_id }) => [code, post_id]))
  await tx.query('select placement.clear_draft_posts(left($2, 6), $1)', [round.id, round.unit_code])
  await keepPosts(tx, round, postIds)
  const after = new Map((await postsOfDraft(tx, round)).map(({ code, post_id }) => [post_id, code]))
  let cut = 0
  for (const { candidate_id, proxy, proxy_by } of await listRoundPeople(tx, round)) {
    if (!proxy) continue
    const left = proxy.flatMap((code) => after.get(before.get(code) ?? '') ?? [])
    if (left.length < proxy.length) cut += 1
    await tx.query(
      'update placement.round_people set proxy = $4, proxy_by = $5 where bureau_code = left($2, 6) and round_id = $1 and candidate_id = $3',
      [round.id, round.unit_code, candidate_id, left.length > 0 ? left : null, left.length > 0 ? proxy_by : null],
    )
  }
  return cut
}

/** Until the commitment a draft is the office's to change; what it said before is kept, with who changed it. */
export const redraftRound = action(contract.redraftRound, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, given) {
    const { tx, unitCode } = context
    const input = { ...given, postIds: [...new Set(given.postIds)] }
    const round = await lockRound(tx, { roundId: input.roundId, unitCode })
    if (round.state !== 'draft') return refuse({ code: 'wrong-state', state: round.state })
    const version = (await listVersions(tx, round)).length + 1
    if (version !== input.version) return refuse({ code: 'draft-changed', version })
    const settings = settingsOf(round, input.rules)
    if (!settings.ok) return settings
    const refusal = await whyNot(context, round, input)
    if (refusal) return refuse(refusal)
    await keepVersion(context, round, { version, postIds: (await postsOfDraft(tx, round)).map(({ post_id }) => post_id) })
    await tx.query(
      'update placement.rounds set title = $3, settings = $4, draw_source = $5, draw_on = $6 where bureau_code = left($2, 6) and id = $1',
      [round.id, unitCode, input.title, JSON.stringify(settings.value), input.draw.source, input.draw.on],
    )
    const cut = await choosePosts(context, round, input.postIds)
    context.note({ round: round.id, version: version + 1, cut })
    context.fact({ kind: 'placement.round', on: context.today, dimensions: { step: 'redrafted', way: round.way } })
    return ok({ roundId: round.id, version: version + 1, cut })
  },
})

export const seeDraft = view(contract.seeDraft, {
  grant: 'round.run',
  where: whereRoundIs,
  async run({ tx }, { roundId }) {
    const round = await findRound(tx, roundId)
    if (round?.state !== 'draft') return undefined
    const before = await listVersions(tx, round)
    return {
      roundId,
      version: before.length + 1,
      cohortId: round.cohort_id,
      way: round.way,
      title: round.title,
      postIds: (await postsOfDraft(tx, round)).map(({ post_id }) => post_id),
      draw: { source: round.draw_source, on: round.draw_on },
      rules: rulesOf(round.settings),
      before: before.map(({ version, title, posts, draw_on, changed_at, by_name }) => ({
        version,
        title,
        posts,
        drawOn: draw_on,
        changedAt: new Date(changed_at).toISOString(),
        by: by_name,
      })),
    }
  },
})
