import { dayInChina, secondInChina } from '../../../../kernel/china-time.ts'
import { maskName } from '../../../../kernel/mask.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { writeWordFile } from '../../../../platform/word/index.ts'
import { findFile } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import type { Link } from '../../domain/record/events.ts'
import { type LiveRound, loadLive } from './live-round.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { isComputed, lockRound, type RoundPersonRow, whereRoundIs } from './round-rows.ts'

/** The link by which somebody has the post that they hold. */
function pickOf({ links, turns }: LiveRound, { pseudonym }: RoundPersonRow): Link | undefined {
  const post = pseudonym === null ? undefined : turns.places.get(pseudonym)
  return links.findLast(({ what }) => what.kind === 'pick' && what.candidate === pseudonym && what.post === post)
}

/** Whoever may see full data prints the name in full; everybody else the masked one. */
async function nameOf(context: ActionContext, { person_id, masked_name }: RoundPersonRow): Promise<string> {
  if (!context.actor.grants.has('person.unmask')) return masked_name
  const file = await findFile(context, person_id)
  return file?.state.person.name ?? maskName(masked_name)
}

/** 《选岗确认表》: who took which post at which turn, with the hash of the link, to be signed by the person and the supervisor. */
export const writeSlip = action(contract.writeSlip, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, candidateId }) {
    const round = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    if (!['open', 'paused', 'closed'].includes(round.state)) return refuse({ code: 'wrong-state', state: round.state })
    if (isComputed(round)) return refuse({ code: 'wrong-way' })
    const live = await loadLive(context.tx, round)
    const person = live.people.find(({ candidate_id }) => candidate_id === candidateId)
    const link = person && pickOf(live, person)
    if (!person?.pseudonym || link?.what.kind !== 'pick') return refuse({ code: 'unknown-candidate' })
    const post = live.turns.posts.get(link.what.post)
    const name = await nameOf(context, person)
    const bytes = writeWordFile({
      title: '选岗确认表',
      rows: [
        ['场次', round.title, '次序', `第 ${person.position ?? ''} 位`],
        ['姓名', name, '编号', String(person.number)],
        ['选定岗位', `${post?.id ?? ''} ${post?.employer ?? ''}`],
        ['选定时间', secondInChina(link.at), '记录', `第 ${link.seq} 条`],
        ['记录编号', link.hash],
      ],
      paragraphs: ['本人已看清当时可选的全部岗位，自愿选定上述岗位。选定后不再更改。', '本人签名：', '监督人签名：'],
      signature: [dayInChina(link.at)],
    })
    context.note({ round: roundId, seq: link.seq })
    context.subject(person.person_id)
    return ok({ name: `选岗确认表-${person.position ?? ''}.docx`, content: bytes.toString('base64'), state: round.state })
  },
})
