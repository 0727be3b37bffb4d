import type { z } from 'zod'
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { appointStaff as appoint, endStaffPost as end, StaffPost } from '../contract.ts'
import { overlaps } from '../domain/post-period.ts'
import { emitStaffServing } from './network-facts.ts'
import { findUnitForUpdate, listUnknownCodes } from './unit-queries.ts'
import { POST_COLUMNS, type PostColumns, postOf } from './unit-rows.ts'

type Appoint = z.output<(typeof appoint)['input']>
type AppointRefusal = z.output<(typeof appoint)['refusal']>
type End = z.output<(typeof end)['input']>
type EndRefusal = z.output<(typeof end)['refusal']>

/**
 * Gives someone a post. The unit's row is locked first, so that of two clerks at once the second sees the first one's
 * post: the periods of one person at one unit never overlap (B1).
 */
export async function appointStaff(context: ActionContext, input: Appoint): Promise<Result<StaffPost, AppointRefusal>> {
  const { tx } = context
  const unit = await findUnitForUpdate(tx, input.unitCode)
  if (!unit) return refuse({ code: 'unit-not-found' })
  if (unit.status === 'merged' || unit.status === 'closed') return refuse({ code: 'unit-is-over' })
  if (input.toOn !== undefined && input.toOn < input.fromOn) return refuse({ code: 'ends-before-start' })
  const codes = await listUnknownCodes(tx, 'duty', input.duties)
  if (codes.length > 0) return refuse({ code: 'unknown-codes', codes })

  const earlier = input.isNamesake ? [] : await listPostsOfName(tx, input)
  const clash = earlier.find((post) => overlaps(post, input))
  if (clash) return refuse({ code: 'period-overlaps', postId: clash.postId, fromOn: clash.fromOn, toOn: clash.toOn })

  const post = await insertPost(context, input, earlier.at(-1)?.staffId ?? context.actionId)
  emitStaffServing(context, post, { on: post.fromOn, quantity: 1 })
  if (post.toOn !== undefined) emitStaffServing(context, post, { on: addDays(post.toOn, 1), quantity: -1 })
  return ok(post)
}

async function listPostsOfName(tx: Tx, { unitCode, staffName }: Appoint): Promise<StaffPost[]> {
  const { rows } = await tx.query<PostColumns>(
    `select ${POST_COLUMNS} from network.staff_posts p
     where p.bureau_code = $1 and p.unit_code = $2 and p.staff_name = $3 order by p.from_on, p.post_id`,
    [bureauOf(unitCode), unitCode, staffName],
  )
  return rows.map(postOf)
}

async function insertPost({ tx, actionId }: ActionContext, input: Appoint, staffId: string): Promise<StaffPost> {
  const { rows } = await tx.query<PostColumns>(
    `insert into network.staff_posts as p
       (bureau_code, post_id, unit_code, staff_name, staff_id, post_type, is_veteran, is_party_member, duties, from_on, to_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     returning ${POST_COLUMNS}`,
    [
      bureauOf(input.unitCode),
      actionId,
      input.unitCode,
      input.staffName,
      staffId,
      input.postType,
      input.isVeteran,
      input.isPartyMember,
      [...new Set(input.duties)],
      input.fromOn,
      input.toOn,
    ],
  )
  if (!rows[0]) throw new Error('the post was not written')
  return postOf(rows[0])
}

/** Ends a post on a day, which is its last. */
export async function endStaffPost(context: ActionContext, { unitCode, postId, toOn }: End): Promise<Result<StaffPost, EndRefusal>> {
  const { tx } = context
  const key = [bureauOf(unitCode), unitCode, postId]
  const where = 'p.bureau_code = $1 and p.unit_code = $2 and p.post_id = $3'
  const found = await tx.query<PostColumns>(`select ${POST_COLUMNS} from network.staff_posts p where ${where} for update`, key)
  if (!found.rows[0]) return refuse({ code: 'post-not-found' })
  const before = postOf(found.rows[0])
  if (before.toOn !== undefined) return refuse({ code: 'already-ended', toOn: before.toOn })
  if (toOn < before.fromOn) return refuse({ code: 'ends-before-start' })

  const { rows } = await tx.query<PostColumns>(`update network.staff_posts p set to_on = $4 where ${where} returning ${POST_COLUMNS}`, [
    ...key,
    toOn,
  ])
  if (!rows[0]) throw new Error('the post was not ended')
  const post = postOf(rows[0])
  emitStaffServing(context, post, { on: addDays(toOn, 1), quantity: -1 })
  return ok(post)
}

/**
 * A unit that is over employs nobody: its posts end with it, on the day before it serves no more. One that was to begin
 * later keeps its first day, since every post has one.
 */
export async function endPostsOfUnit(context: ActionContext, unit: { unitCode: UnitCode; closedOn: PlainDate }): Promise<void> {
  const { tx } = context
  const key = [bureauOf(unit.unitCode), unit.unitCode]
  const lastOn = addDays(unit.closedOn, -1)
  const where = 'p.bureau_code = $1 and p.unit_code = $2'
  const { rows } = await tx.query<PostColumns>(
    `select ${POST_COLUMNS} from network.staff_posts p where ${where} and (p.to_on is null or p.to_on > $3) order by p.post_id for update`,
    [...key, lastOn],
  )
  for (const post of rows.map(postOf)) {
    const hasBegun = post.fromOn <= lastOn
    const toOn = hasBegun ? lastOn : post.fromOn
    if (toOn === post.toOn) continue
    await tx.query(`update network.staff_posts p set to_on = $4 where ${where} and p.post_id = $3`, [...key, post.postId, toOn])
    // An end that was planned has been counted already, on a day that it no longer is.
    if (post.toOn !== undefined) emitStaffServing(context, post, { on: addDays(post.toOn, 1), quantity: 1 })
    emitStaffServing(context, post, { on: addDays(toOn, 1), quantity: -1 })
  }
}
