import { leaksIn } from './oracle/traces.ts'
import type { Matrix } from './run-matrix.ts'
import { send, type Token } from './world/desk.ts'

const LIST = 'GET /api/open/rounds'
const BOARD = 'GET /api/open/rounds/:id'
const RECORD = 'GET /api/open/rounds/:id/record'
const LIVE = 'GET /api/open/rounds/:id/live'
const SCORES = 'GET /api/open/scores'
const SCORE_LIST = 'GET /api/open/scores/:id'
const FUNDS = 'GET /api/open/funds'
const GIFT = 'POST /api/open/gift'
const DIRECTORY = 'GET /api/open/units/:place'
const MEMORIALS = 'GET /api/open/memorials/:place'
const NOWHERE = '00000000-0000-4000-8000-000000000000'

/**
 * Rounds are public: nobody, everybody at a desk and every person on /me is shown the same, and in it neither the id nor the
 * full name of anybody. A draft, and what never was, are not there; a record is not there before its round has ended.
 */
export async function runOpenProbes(matrix: Matrix): Promise<void> {
  const { app, world, tally, noSessions, database } = matrix
  const { rows } = await database.ownerPool.query<{ id: string; state: string }>('select id, state from placement.rounds')
  const { drafts, published, ended } = someOf(rows)
  const tokens = [...noSessions, ...world.actors.slice(0, 6).map(({ token }) => token), ...world.persons.map(({ token }) => token)]
  for (const token of tokens) {
    await probeList(matrix, token, rows)
    await probeScores(matrix, token)
    await probeFunds(matrix, token)
    await probeDirectory(matrix, token)
    await probeMemorials(matrix, token)
    for (const { id } of published) await probeShown(matrix, token, { route: BOARD, id, url: `/api/open/rounds/${id}` })
    for (const { id } of ended) await probeShown(matrix, token, { route: RECORD, id, url: `/api/open/rounds/${id}/record` })
    for (const [route, url] of [
      ...[...drafts.map(({ id }) => id), NOWHERE].flatMap((id) => [
        [BOARD, `/api/open/rounds/${id}`],
        [LIVE, `/api/open/rounds/${id}/live`],
        [RECORD, `/api/open/rounds/${id}/record`],
      ]),
      ...published.map(({ id }) => [RECORD, `/api/open/rounds/${id}/record`]),
    ] as const) {
      const answer = await send(app, token, { method: 'GET', url: url ?? '' })
      tally.probe(route ?? '')
      tally.denied(published.length > 0)
      if (answer.status !== 404) tally.fail({ kind: 'leak', route: route ?? '', what: `${url}: ${answer.status}` })
    }
  }
}

const someOf = (rows: readonly { id: string; state: string }[]) => ({
  drafts: rows.filter(({ state }) => state === 'draft').slice(0, 2),
  published: rows.filter(({ state }) => state !== 'draft' && state !== 'closed').slice(0, 4),
  ended: rows.filter(({ state }) => state === 'closed').slice(0, 2),
})

/** Lists of scores are there once they are published, and a cohort without one is not. */
async function probeScores(matrix: Matrix, token: Token | undefined): Promise<void> {
  const { app, tally, database } = matrix
  const { rows } = await database.ownerPool.query<{ id: string; is_published: boolean }>(
    `(select c.id, true as is_published from placement.cohorts c join placement.publications p on p.cohort_id = c.id and p.kind = 'scores' where c.window_closes_on >= current_date - 80)
     union all (select id, false from placement.cohorts where published_on is null limit 2) union all select '${NOWHERE}', false`,
  )
  await probeShown(matrix, token, { route: SCORES, id: rows.map(({ id }) => id).join(' '), url: '/api/open/scores' })
  const some = [...rows.filter((row) => row.is_published).slice(0, 2), ...rows.filter((row) => !row.is_published)]
  for (const { id, is_published } of some) {
    const url = `/api/open/scores/${id}`
    if (is_published) await probeShown(matrix, token, { route: SCORE_LIST, id, url })
    else {
      const { status } = await send(app, token, { method: 'GET', url })
      tally.probe(SCORE_LIST)
      if (status !== 404) tally.fail({ kind: 'leak', route: SCORE_LIST, what: `${url}: ${status}` })
    }
  }
}

/** Funds that raise are shown to everybody; a gift to nobody who does not hold its code. */
async function probeFunds(matrix: Matrix, token: Token | undefined): Promise<void> {
  const { app, tally, database } = matrix
  const { rows } = await database.ownerPool.query<{ id: string }>('select id from assistance.funds where permit is not null')
  await probeShown(matrix, token, { route: FUNDS, id: rows.map(({ id }) => id).join(' '), url: '/api/open/funds' })
  const { rows: gifts } = await database.ownerPool.query<{ receipt_number: string }>(
    'select receipt_number from assistance.donations limit 2',
  )
  for (const { receipt_number: number } of gifts) {
    const { status } = await send(app, token, { method: 'POST', url: '/api/open/gift', body: { number, code: 'ABCDEFGHJK' } })
    tally.probe(GIFT)
    if (status !== 404) tally.fail({ kind: 'leak', route: GIFT, what: `${number}: ${status}` })
  }
}

/** The directory names the units that have been open, at every tier, and none that has not; a place that is none is not there. */
async function probeDirectory(matrix: Matrix, token: Token | undefined): Promise<void> {
  const { app, tally, database } = matrix
  const { rows } = await database.ownerPool.query<{ unit_code: string; is_public: boolean }>(
    "select unit_code, opened_on is not null and status not in ('planned', 'built') as is_public from network.service_units order by unit_code",
  )
  const shown = rows.filter((row) => row.is_public).map((row) => row.unit_code)
  const places = [...new Set(rows.map(({ unit_code }) => unit_code.slice(0, 12)))]
  const some = places.filter((_, at) => at % Math.ceil(places.length / 12) === 0)
  for (const place of ['50', ...some]) {
    const url = `/api/open/units/${place}`
    await probeShown(matrix, token, { route: DIRECTORY, id: shown.join(' '), url })
  }
  const { status } = await send(app, token, { method: 'GET', url: '/api/open/units/999999' })
  tally.probe(DIRECTORY)
  if (status !== 404) tally.fail({ kind: 'leak', route: DIRECTORY, what: `999999: ${status}` })
}

/** The map shows what was published, at every tier, and nothing that was not or was taken back. */
async function probeMemorials(matrix: Matrix, token: Token | undefined): Promise<void> {
  const { app, tally, database } = matrix
  const { rows } = await database.ownerPool.query<{ unit_code: string; name: string; is_shown: boolean }>(
    `select r.unit_code, r.field_values ->> 'name' as name, coalesce(s.is_shown, false) as is_shown from worklog.records r
       left join worklog.open_sites s on s.bureau_code = r.bureau_code and s.record_id = r.id where r.kind = 'memorialSite' and not r.is_counter`,
  )
  const shown = rows.filter((row) => row.is_shown)
  const places = [...new Set(shown.map((row) => row.unit_code.slice(0, 12)))].slice(0, 6)
  for (const place of ['50', ...places]) {
    const url = `/api/open/memorials/${place}`
    await probeShown(matrix, token, { route: MEMORIALS, id: shown.map(({ name }) => name).join(' '), url })
    const { text } = await send(app, token, { method: 'GET', url })
    for (const { name } of rows.filter((row) => !row.is_shown))
      if (text.includes(name)) tally.fail({ kind: 'leak', route: MEMORIALS, what: `${url}: ${name}, which is not published` })
  }
  if (token === undefined && shown.length === 0) tally.fail({ kind: 'wrong denial', route: MEMORIALS, what: 'nothing was published' })
}

/** What is anybody's, and names nobody. */
async function probeShown(
  { app, world, tally }: Matrix,
  token: Token | undefined,
  { route, id, url }: { route: string; id: string; url: string },
): Promise<void> {
  const { status, text } = await send(app, token, { method: 'GET', url })
  tally.probe(route)
  if (status !== 200) tally.fail({ kind: 'wrong denial', route, what: `${id}: ${status}` })
  for (const leak of leaksIn(text, { asker: undefined, route, typed: id, owners: world.owners }))
    tally.fail({ kind: 'leak', route, what: leak })
}

/** The list names every round that is committed to, and none that is a draft. */
async function probeList(
  { app, world, tally }: Matrix,
  token: Token | undefined,
  rounds: readonly { id: string; state: string }[],
): Promise<void> {
  const [drafts, committed] = [rounds.filter(({ state }) => state === 'draft'), rounds.filter(({ state }) => state !== 'draft')]
  const { status, text } = await send(app, token, { method: 'GET', url: '/api/open/rounds' })
  tally.probe(LIST)
  if (status !== 200) tally.fail({ kind: 'wrong denial', route: LIST, what: String(status) })
  const typed = committed.map(({ id }) => id).join(' ')
  const shown = leaksIn(text, { asker: undefined, route: LIST, typed, owners: world.owners })
  const unready = drafts.filter(({ id }) => text.includes(id)).map(({ id }) => `the draft ${id}`)
  for (const leak of [...shown, ...unready]) tally.fail({ kind: 'leak', route: LIST, what: leak })
}
