import { randomBytes, randomUUID } from 'node:crypto'
import { leaksIn } from './oracle/traces.ts'
import type { Matrix } from './run-matrix.ts'
import { send, type Token } from './world/desk.ts'
import { secrets } from './world/probe-world.ts'

const SEE = 'POST /api/open/employer'
const RANK = 'POST /api/open/employer/rank'
const CODE = '20240917'

interface Listed {
  readonly id: string
  readonly unit_code: string
  readonly uscc: string
  readonly code: string
  readonly pseudonym: string
  readonly last_ms: string
}

/** A two-way round in which somebody has listed a post; its window of lists is made to have ended. */
async function listedRound({ database }: Matrix): Promise<Listed | undefined> {
  const { rows } = await database.ownerPool.query<Listed>(
    `select r.id, r.unit_code, o.uscc, p.code, e.what ->> 'candidate' as pseudonym, r.last_ms::text
       from placement.rounds r
       join placement.round_events e on e.bureau_code = r.bureau_code and e.round_id = r.id and e.what ->> 'kind' = 'list'
       join placement.round_posts p on p.bureau_code = r.bureau_code and p.round_id = r.id and p.code = 'P01'
       join placement.posts o on o.bureau_code = p.bureau_code and o.id = p.post_id
      where r.way = 'two-way' and r.state = 'open' order by r.id limit 1`,
  )
  const [round] = rows
  if (!round) return undefined
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  await database.ownerPool.query(
    `update placement.rounds
        set settings = jsonb_set(settings, '{twoWay,listsUntil}', to_jsonb($2::text)),
            opening = jsonb_set(opening::jsonb, '{rules,twoWay,windows,lists}', to_jsonb(last_ms + 1))::text
      where id = $1`,
    [round.id, yesterday],
  )
  return round
}

/** A door of the employer, as an officer would have given it. */
async function doorOf({ database }: Matrix, { id, unit_code, uscc }: Listed): Promise<string> {
  const link = randomBytes(32).toString('base64url')
  await database.ownerPool.query('update placement.employer_doors set shut_at = now() where round_id = $1 and shut_at is null', [id])
  await database.ownerPool.query(
    `insert into placement.employer_doors (bureau_code, id, unit_code, round_id, uscc, employer_name, given_to, link_hash, code_hash, ends_at, given_at, given_by)
     values (left($2, 6), $1, $2, $3, $4, '示范单位', '人事科', $5, $6, now() + interval '2 days', now(), $1)`,
    [
      randomUUID(),
      unit_code,
      id,
      uscc,
      secrets.blindIndex('placement.employer_doors.link_hash', link),
      secrets.blindIndex('placement.employer_doors.code_hash', `${link}:${CODE}`),
    ],
  )
  return link
}

/**
 * An employer is shown pseudonyms and nothing of anybody, whoever else is signed in in the browser; without link and code
 * together nobody is shown anything, and nobody ranks for a post of another.
 */
export async function runEmployerProbes(matrix: Matrix): Promise<void> {
  const { app, world, tally, noSessions } = matrix
  const round = await listedRound(matrix)
  if (!round) return
  const link = await doorOf(matrix, round)
  const tokens: (Token | undefined)[] = [...noSessions, world.actors[0]?.token, ...world.persons.slice(0, 3).map(({ token }) => token)]
  const key = { link, code: CODE }
  const ranked = { post: round.code, tiers: [[round.pseudonym.slice(0, 8)]] }
  for (const token of tokens) {
    for (const [route, url, body] of [
      [SEE, '/api/open/employer', key],
      [RANK, '/api/open/employer/rank', { ...key, id: randomUUID(), ...ranked }],
    ] as const) {
      const answer = await send(app, token, { method: 'POST', url, body })
      tally.probe(route)
      if (answer.status !== 200 || !answer.text.includes(round.pseudonym.slice(0, 8)))
        tally.fail({ kind: 'wrong denial', route, what: `${answer.status} ${answer.text.slice(0, 160)}` })
      const leaks = leaksIn(answer.text, { asker: undefined, route, typed: '', owners: world.owners })
      if (answer.text.includes(round.pseudonym)) leaks.push('a whole pseudonym')
      for (const leak of leaks) tally.fail({ kind: 'leak', route, what: leak })
    }
  }
  await probeDenials(matrix, { link, ranked })
}

async function probeDenials(
  { app, tally }: Matrix,
  { link, ranked }: { link: string; ranked: { post: string; tiers: string[][] } },
): Promise<void> {
  const made = randomBytes(32).toString('base64url')
  const denied = [
    { link, code: '00000000', status: 404 },
    { link: made, code: CODE, status: 404 },
    { link: 'short', code: CODE, status: 400 },
  ]
  for (const { status, ...key } of denied) {
    for (const [route, url, body] of [
      [SEE, '/api/open/employer', key],
      [RANK, '/api/open/employer/rank', { ...key, id: randomUUID(), ...ranked }],
    ] as const) {
      const answer = await send(app, undefined, { method: 'POST', url, body })
      tally.probe(route)
      tally.denied(true)
      if (answer.status !== status) tally.fail({ kind: 'leak', route, what: `${answer.status} ${answer.text.slice(0, 160)}` })
    }
  }
  const body = { link, code: CODE, id: randomUUID(), post: 'P02', tiers: [['0123abcd']] }
  const answer = await send(app, undefined, { method: 'POST', url: '/api/open/employer/rank', body })
  tally.probe(RANK)
  tally.denied(true)
  if (answer.status === 200) tally.fail({ kind: 'leak', route: RANK, what: 'somebody was ranked who has listed nothing' })
}
