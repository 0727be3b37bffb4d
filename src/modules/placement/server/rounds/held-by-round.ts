import type { Tx } from '../../../../platform/database/tx.ts'

/** A round that is frozen and not over: what is in it changes through the round alone, so that its record stays true. */
const UNDER_WAY = "r.state in ('committed', 'drawn', 'open', 'paused')"

/** The title of the round in which a candidate still stands; undefined where there is none. */
export async function findRoundOfCandidate(tx: Tx, candidateId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ title: string }>(
    `select r.title from placement.round_people p join placement.rounds r on r.bureau_code = p.bureau_code and r.id = p.round_id
      where p.candidate_id = $1 and ${UNDER_WAY} and p.outcome is distinct from 'removed' limit 1`,
    [candidateId],
  )
  return rows[0]?.title
}

export interface HeldPost {
  readonly postId: string
  /** The round in which it is still to be chosen; null where none is under way. */
  readonly title: string | null
  /** Seats that rounds gave away. */
  readonly taken: number
}

/** Of some posts, those that a round holds: still to be chosen there and not withdrawn in it, or with seats given away. */
export async function findHeldPosts(tx: Tx, postIds: readonly string[]): Promise<HeldPost[]> {
  const { rows } = await tx.query<HeldPost>(
    `select t.post_id as "postId", max(r.title) filter (where ${UNDER_WAY} and not exists (select from placement.round_events e
              where e.bureau_code = t.bureau_code and e.round_id = t.round_id and e.what ->> 'kind' = 'post-withdrawn' and e.what ->> 'post' = t.code)) as title,
            coalesce(sum((select count(*) from placement.round_seats s
              where s.bureau_code = t.bureau_code and s.round_id = t.round_id and s.code = t.code and s.freed_seq is null)), 0)::int as taken
       from placement.round_posts t join placement.rounds r on r.bureau_code = t.bureau_code and r.id = t.round_id
      where t.post_id = any($1::uuid[]) group by t.post_id`,
    [postIds],
  )
  return rows.filter(({ title, taken }) => title !== null || taken > 0)
}
