import { uuidv7 } from 'uuidv7'
import { bureauOf, type RegionCode, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listNames } from '../../../network/index.ts'
import { type Employer, type Post, PostRequirements, type PostState } from '../../contract.ts'
import { findHeldPosts } from '../rounds/held-by-round.ts'

export interface PostRow {
  id: string
  unit_code: UnitCode
  year: number
  season: Post['season']
  employer_id: string | null
  employer_name: string
  uscc: string
  title: string
  kind: Post['kind']
  establishment: Post['establishment']
  seats: number
  place_code: RegionCode
  pay_low_fen: string
  pay_high_fen: string
  requirements: unknown
  state: PostState
  is_direct: boolean
  pool_id: string | null
  reserved_for: string | null
}

const COLUMNS = `id, unit_code, year, season, employer_id, employer_name, uscc, title, kind, establishment, seats, place_code, pay_low_fen::text, pay_high_fen::text,
  requirements, state, is_direct, pool_id, reserved_for`

export async function findPosts(
  tx: Tx,
  range: { lo: string; hi: string },
  filter: { year?: number | undefined; season?: string | undefined } = {},
): Promise<PostRow[]> {
  const { rows } = await tx.query<PostRow>(
    `select ${COLUMNS} from placement.posts where unit_code >= $1 and unit_code < $2 and ($3::int is null or year = $3) and ($4::text is null or season = $4)
      order by unit_code, employer_name, title, id limit 2000`,
    [range.lo, range.hi, filter.year ?? null, filter.season ?? null],
  )
  return rows
}

export async function findPost(tx: Tx, id: string): Promise<PostRow | undefined> {
  const { rows } = await tx.query<PostRow>(`select ${COLUMNS} from placement.posts where id = $1`, [id])
  return rows[0]
}

export async function findPostsOfPool(tx: Tx, poolId: string): Promise<PostRow[]> {
  const { rows } = await tx.query<PostRow>(
    `select ${COLUMNS} from placement.posts where pool_id = $1 and from_post_id is null order by unit_code, employer_name, id`,
    [poolId],
  )
  return rows
}

/** Held until the transaction ends. */
export async function lockPosts(tx: Tx, ids: readonly string[]): Promise<PostRow[]> {
  const { rows } = await tx.query<PostRow>(`select ${COLUMNS} from placement.posts where id = any($1::uuid[]) order by id for update`, [
    ids,
  ])
  return rows
}

export async function findEmployers(tx: Tx, range: { lo: string; hi: string }): Promise<Employer[]> {
  const { rows } = await tx.query<Employer>(
    `select id, unit_code as "unitCode", uscc, name, kind from placement.employers where unit_code >= $1 and unit_code < $2 order by name, id limit 2000`,
    [range.lo, range.hi],
  )
  return rows
}

export async function findEmployer(tx: Tx, id: string): Promise<Employer | undefined> {
  const { rows } = await tx.query<Employer>('select id, unit_code as "unitCode", uscc, name, kind from placement.employers where id = $1', [
    id,
  ])
  return rows[0]
}

/** Posts as pages show them, and what whoever looks may do. */
export async function postsOf({ tx, actor }: Pick<ViewContext, 'tx' | 'actor'>, rows: readonly PostRow[]): Promise<Post[]> {
  const listed = await listNames(tx, [...new Set(rows.map(({ place_code }) => place_code))])
  const names = new Map(listed.map(({ code, name }) => [code, name]))
  const held = await findHeldPosts(
    tx,
    rows.map(({ id }) => id),
  )
  const taken = new Map(held.map((one) => [one.postId, one.taken]))
  const mayApprove = actor.grants.has('placement.approve')
  return rows.map((row) => ({
    id: row.id,
    unitCode: row.unit_code,
    year: row.year,
    season: row.season,
    employer: row.employer_name,
    uscc: row.uscc,
    title: row.title,
    kind: row.kind,
    establishment: row.establishment,
    seats: row.seats,
    left: Math.max(0, row.seats - (taken.get(row.id) ?? 0)),
    placeCode: row.place_code,
    placeName: names.get(row.place_code) ?? row.place_code,
    payLowFen: row.pay_low_fen,
    payHighFen: row.pay_high_fen,
    requirements: PostRequirements.parse(row.requirements),
    state: row.state,
    isDirect: row.is_direct,
    reservedFor: row.reserved_for,
    poolId: row.pool_id,
    can: { confirm: mayApprove && row.state === 'entered', withdraw: mayApprove && (row.state === 'entered' || row.state === 'confirmed') },
  }))
}

interface Said {
  readonly what: 'entered' | 'confirmed' | 'withdrawn' | 'pooled' | 'divided' | 'received'
  readonly seats?: number
  readonly reason?: string | undefined
  readonly poolId?: string
}

/** Says in the log of a post what became of it. */
export async function logPost(
  { tx, today, now, actor }: ActionContext,
  post: { id: string; unit_code: UnitCode },
  said: Said,
): Promise<void> {
  await tx.query(
    `insert into placement.post_log (bureau_code, id, unit_code, post_id, what, seats, reason, pool_id, said_on, said_at, said_by, by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      bureauOf(post.unit_code),
      uuidv7(),
      post.unit_code,
      post.id,
      said.what,
      said.seats ?? null,
      said.reason ?? null,
      said.poolId ?? null,
      today,
      now,
      actor.accountId,
      actor.name,
    ],
  )
}
