import { bureauOf, tierOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { parseUscc } from '../../../../kernel/uscc.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { listNames } from '../../../network/index.ts'
import * as contract from '../../contract.ts'
import { findHeldPosts } from '../rounds/held-by-round.ts'
import { findEmployer, findPost, lockPosts, logPost } from './post-rows.ts'

/** Employers, posts and surveys belong to a bureau, not to a station of it. */
export const isBureau = (unitCode: Parameters<typeof tierOf>[0]): boolean =>
  unitCode.length === 12 && ['county', 'city', 'province'].includes(tierOf(unitCode))

export const registerEmployer = action(contract.registerEmployer, {
  grant: 'placement.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'wrong-length': 422, 'not-in-alphabet': 422, 'wrong-checksum': 422, 'already-registered': 409, 'not-a-bureau': 422 },
  async run({ tx, actor, now, actionId, note }, { unitCode, uscc, name, kind }) {
    if (!isBureau(unitCode)) return refuse({ code: 'not-a-bureau' })
    const read = parseUscc(uscc)
    if (!read.ok) return refuse(read.refusal)
    const { value } = read.value
    const { rowCount } = await tx.query(
      `insert into placement.employers (bureau_code, id, unit_code, uscc, name, kind, registered_at, registered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint employers_once do nothing`,
      [bureauOf(unitCode), actionId, unitCode, value, name, kind, now, actor.accountId],
    )
    if (rowCount !== 1) {
      const { rows } = await tx.query<{ id: string }>('select id from placement.employers where unit_code = $1 and uscc = $2', [
        unitCode,
        value,
      ])
      return refuse({ code: 'already-registered', employerId: rows[0]?.id ?? actionId })
    }
    note({ employer: actionId, uscc: value })
    return ok({ id: actionId, uscc: value })
  },
})

export const enterPost = action(contract.enterPost, {
  grant: 'placement.write',
  where: async ({ employerId }, { tx }) => (await findEmployer(tx, employerId))?.unitCode,
  refusals: { 'pay-turned': 422, 'no-such-place': 422, 'no-such-survey': 422, 'nothing-reserved': 422 },
  async run(context, input) {
    const { tx, actor, now, today, actionId, unitCode } = context
    const employer = await findEmployer(tx, input.employerId)
    if (!employer) throw new Error('the employer has gone')
    if (BigInt(input.payHighFen) < BigInt(input.payLowFen)) return refuse({ code: 'pay-turned' })
    if (input.isDirect !== (input.reservedFor !== undefined)) return refuse({ code: 'nothing-reserved' })
    if ((await listNames(tx, [input.placeCode])).length === 0) return refuse({ code: 'no-such-place' })
    if (input.surveyId !== undefined) {
      const { rows } = await tx.query('select from placement.survey_answers where survey_id = $1 and employer_id = $2', [
        input.surveyId,
        employer.id,
      ])
      if (rows.length === 0) return refuse({ code: 'no-such-survey' })
    }
    await tx.query(
      `insert into placement.posts (bureau_code, id, unit_code, year, season, employer_id, employer_name, uscc, title, kind, establishment, seats, place_code,
         pay_low_fen, pay_high_fen, requirements, state, is_direct, survey_id, entered_on, entered_at, entered_by, reserved_for)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'entered', $17, $18, $19, $20, $21, $22)`,
      [
        bureauOf(unitCode),
        actionId,
        unitCode,
        input.year,
        input.season,
        employer.id,
        employer.name,
        employer.uscc,
        input.title,
        employer.kind,
        input.establishment,
        input.seats,
        input.placeCode,
        input.payLowFen,
        input.payHighFen,
        JSON.stringify(input.requirements),
        input.isDirect,
        input.surveyId ?? null,
        today,
        now,
        actor.accountId,
        input.reservedFor ?? null,
      ],
    )
    await logPost(context, { id: actionId, unit_code: unitCode }, { what: 'entered', seats: input.seats })
    context.fact({ kind: 'placement.seats', on: today, quantity: input.seats, dimensions: { kind: employer.kind, what: 'entered' } })
    context.note({ post: actionId, seats: input.seats })
    return ok({ id: actionId })
  },
})

export const settlePost = action(contract.settlePost, {
  grant: 'placement.approve',
  where: async ({ postId }, { tx }) => (await findPost(tx, postId))?.unit_code,
  refusals: { 'not-from-here': 409, 'reason-needed': 422, 'in-a-round': 409 },
  async run(context, { postId, to, reason }) {
    const [post] = await lockPosts(context.tx, [postId])
    if (!post) throw new Error('the post has gone')
    const isOpen = post.state === 'entered' || (to === 'withdrawn' && post.state === 'confirmed')
    if (!isOpen) return refuse({ code: 'not-from-here', state: post.state })
    if (to === 'withdrawn' && reason === undefined) return refuse({ code: 'reason-needed' })
    const title = (await findHeldPosts(context.tx, [postId]))[0]?.title
    if (title) return refuse({ code: 'in-a-round', title })
    await context.tx.query('update placement.posts set state = $3 where bureau_code = $1 and id = $2', [
      bureauOf(post.unit_code),
      postId,
      to,
    ])
    await logPost(context, post, { what: to, seats: post.seats, reason })
    const change = to === 'confirmed' ? post.seats : post.state === 'confirmed' ? -post.seats : 0
    if (change !== 0)
      context.fact({ kind: 'placement.seats', on: context.today, quantity: change, dimensions: { kind: post.kind, what: 'offered' } })
    context.note({ post: postId, to })
    return ok({ state: to })
  },
})
