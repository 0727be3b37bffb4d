import { z } from 'zod'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Post } from '../../domain/record/opening.ts'
import type { RoundRow } from './round-rows.ts'
import { takenSeats } from './taken-seats.ts'

const Codes = z.array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/))
const Requirements = z.object({ requires: z.array(Codes).default([]), wishes: Codes.default([]) }).catch({ requires: [], wishes: [] })

export interface PostRow {
  id: string
  code: string
  unit_code: UnitCode
  employer_name: string
  title: string
  kind: string
  seats: number
  place_code: string
  requirements: unknown
  state: string
  pool_id: string | null
  reserved_for: string | null
}

const KINDS: Readonly<Record<string, Post['kind']>> = {
  institution: 'institution',
  centralSoe: 'central-soe',
  provincialSoe: 'local-soe',
  citySoe: 'local-soe',
  countySoe: 'local-soe',
  civilService: 'civil-servant',
  special: 'special',
}

/** The shortest beginning of a division code that still names the place. */
function placeOf(code: string): string {
  const digits = code.slice(0, 12)
  const length = [2, 4, 6, 9].find((many) => /^0*$/.test(digits.slice(many))) ?? 12
  return digits.slice(0, length)
}

/** A post as the record has it. */
export const toPost = (row: PostRow): Post => {
  const { requires, wishes } = Requirements.parse(row.requirements)
  return {
    id: row.code,
    employer: `${row.employer_name}·${row.title}`,
    kind: KINDS[row.kind] ?? 'special',
    seats: row.seats,
    place: placeOf(row.place_code),
    // Whoever is placed by this county may choose it: a post of a pool was divided before it came here.
    scope: row.unit_code.slice(0, 6),
    requires: requires.filter((group) => group.length > 0),
    wishes,
    ...(row.reserved_for === null ? {} : { reservedFor: row.reserved_for }),
    ...(row.pool_id === null ? {} : { pool: row.pool_id }),
  }
}

/** How many of these posts may be chosen: confirmed, with a seat that no earlier round gave away, of this county. */
export async function countOffered(tx: Tx, { postIds, unitCode }: { postIds: readonly string[]; unitCode: UnitCode }): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from placement.posts p
      where p.bureau_code = left($2, 6) and p.id = any($1) and p.state = 'confirmed' and p.seats > ${takenSeats()}`,
    [postIds, unitCode],
  )
  return rows[0]?.n ?? 0
}

/** The posts of a round as they stand now, and how many of them may not be chosen any more. */
export async function readPosts(tx: Tx, { id, unit_code }: Pick<RoundRow, 'id' | 'unit_code'>): Promise<{ posts: Post[]; gone: number }> {
  const { rows } = await tx.query<PostRow>(
    `select p.id, r.code, p.unit_code, p.employer_name, p.title, p.kind, p.seats - ${takenSeats('$1')} as seats, p.place_code,
            p.requirements, p.state, p.pool_id, p.reserved_for
       from placement.round_posts r join placement.posts p on p.bureau_code = r.bureau_code and p.id = r.post_id
      where r.bureau_code = left($2, 6) and r.round_id = $1 order by r.code`,
    [id, unit_code],
  )
  return { posts: rows.map(toPost), gone: rows.filter(({ state, seats }) => state !== 'confirmed' || seats <= 0).length }
}

/** Gives each post of a new round its short code, in the order of employers: P01, P02 …, all as long as the last. */
export async function keepPosts(tx: Tx, { id, unit_code }: Pick<RoundRow, 'id' | 'unit_code'>, postIds: readonly string[]): Promise<void> {
  await tx.query(
    `insert into placement.round_posts (bureau_code, round_id, code, unit_code, post_id)
     select p.bureau_code, $1, 'P' || lpad((row_number() over (order by p.employer_name, p.title, p.id))::text, greatest(2, length((count(*) over ())::text)), '0'), $2, p.id
       from placement.posts p where p.bureau_code = left($2, 6) and p.id = any($3)`,
    [id, unit_code, postIds],
  )
}
