import { uuidv7 } from 'uuidv7'
import { NATION, rangeOf, type UnitCode } from '../src/kernel/region-code.ts'
import { actions, views } from '../src/modules/placement/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { type Ground, runAction } from '../src/platform/actions/run-action.ts'
import { runView } from '../src/platform/actions/run-view.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { actor, ground, person, TODAY, value, YUBEI } from './world.ts'

/** Who has a part in a round of 渝北区. */
export const room = {
  officer: actor({ unitCode: YUBEI, role: 'countyOfficer', name: '蒋文博' }),
  supervisor: actor({ unitCode: YUBEI, role: 'roundSupervisor', name: '纪明' }),
} as const

/** The day of the draw: the morning after the commitment. */
export const DRAW_ON = '2026-06-11'
export const DRAW_DAY = '2026-06-11T02:00:00.000Z'

const found = <T extends { contract: { name: string } }>(items: readonly T[], name: string): T => {
  const item = items.find(({ contract }) => contract.name === name)
  if (!item) throw new Error(`there is no ${name}`)
  return item
}

/** Sends an action of a round. */
export const doRound =
  (on: Ground, who: Actor) =>
  (name: string, input: unknown, actionId: string = uuidv7()): Promise<Answer> =>
    runAction(on, found(actions, name), { actor: who, actionId, input })

/** Looks at a view of a round, read by its contract as a browser does. */
export const seeRound =
  (on: Ground, who: Actor) =>
  async <T>(name: string, input: unknown): Promise<T> => {
    const view = found(views, name)
    return view.contract.output.parse(value(await runView(on, view, { actor: who, input }))) as T
  }

export interface GivenPeople {
  /** Points of each, in whole points; as many people. */
  readonly points: readonly number[]
  /** Who they are; made up when left out. */
  readonly people?: readonly { readonly id: string; readonly unitCode: string }[]
  readonly state?: string
  readonly rankedOn?: string | null
  /** 渝北区 when left out. */
  readonly county?: UnitCode
}

let year = 2000

/** A cohort of 渝北区 as the score room leaves it: published, its window closed, ranked; each with a confirmed sheet. */
export async function rankedCohort(
  on: Ground,
  { points, state = 'ranked', rankedOn = TODAY, people = [], county = YUBEI }: GivenPeople,
): Promise<{ cohortId: string; candidateIds: string[] }> {
  year += 1
  const all = [...people]
  while (all.length < points.length) all.push(await person(on))
  const [cohortId, candidateIds] = [uuidv7(), points.map(() => uuidv7())]
  await withScope(on.pool, rangeOf(NATION), 'write', async (tx) => {
    await tx.query(
      `insert into placement.cohorts (bureau_code, id, unit_code, year, season, group_code, method, service_weight, exam_weight, appraisal_weight, tie_rule,
         tie_declared_at, tie_declared_by, published_on, window_closes_on, ranked_on, opened_on, opened_at, opened_by)
       values (left($2, 6), $1, $2, $6, 'spring', 'nco', 'points', 100, 0, 0, '{serviceDays,lot}', $3::timestamptz, $4, '2026-05-20', '2026-06-01', $5, '2026-01-01', $3::timestamptz, $4)`,
      [cohortId, county, '2026-05-01T00:00:00Z', uuidv7(), rankedOn, year],
    )
    for (const [at, whole] of points.entries()) {
      const [candidateId, sheetId, one] = [candidateIds[at] ?? '', uuidv7(), all[at]]
      const hundredths = whole * 100
      await tx.query(
        `insert into placement.candidates (bureau_code, id, unit_code, cohort_id, person_id, number, state, steps, since_on, leaving_on, total_hundredths, composite, rank, added_at, added_by, year, season, group_code)
         values (left($2, 6), $1, $2, $3, $4, $5, $6, 7, $7, '2026-03-01', $8, $9, 1, $10, $1, $11, 'spring', 'nco')`,
        [candidateId, one?.unitCode, cohortId, one?.id, at + 1, state, TODAY, hundredths, hundredths * 100, '2026-05-01T00:00:00Z', year],
      )
      const line = { item: 'service.upTo12Years', zh: '服役 12 年以内', unit: 'halfYear', each: 100 }
      const lines = {
        spell: { enlistedOn: '2010-03-16', leavingOn: '2026-03-01' },
        schemeTitle: '评分表',
        lines: [{ ...line, quantity: whole, points: hundredths, evidence: '入伍批准书' }],
        ties: { serviceDays: 4000 },
      }
      await tx.query(
        `insert into placement.score_sheets (bureau_code, id, unit_code, candidate_id, person_id, number, scheme_code, scheme_version, lines, total_hundredths, drawn_on, drawn_at, drawn_by, confirmed_at, confirmed_by)
         values (left($2, 6), $1, $2, $3, $4, 1, 'soldiers', '2018', $5, $6, $7, $8, $1, $8, $1)`,
        [
          sheetId,
          one?.unitCode,
          candidateId,
          one?.id,
          on.secrets.encrypt('placement.score_sheets.lines', sheetId, JSON.stringify(lines)),
          hundredths,
          TODAY,
          '2026-05-01T00:00:00Z',
        ],
      )
    }
  })
  return { cohortId, candidateIds }
}

/** Posts of 渝北区 that may be chosen, one for each number of seats. */
export async function offeredPosts(on: Ground, seats: readonly number[], state = 'confirmed', county: UnitCode = YUBEI): Promise<string[]> {
  const ids = seats.map(() => uuidv7())
  await withScope(on.pool, rangeOf(NATION), 'write', async (tx) => {
    for (const [at, many] of seats.entries()) {
      await tx.query(
        `insert into placement.posts (bureau_code, id, unit_code, year, season, employer_name, uscc, title, kind, establishment, seats, place_code, pay_low_fen, pay_high_fen, state, entered_on, entered_at, entered_by)
         values (left($2, 6), $1, $2, 2026, 'spring', $3, $7, '职员', 'institution', 'institution', $4, $2, 400000, 600000, $5, $6, now(), $1)`,
        [
          ids[at],
          county,
          `渝北区第${String(at + 1).padStart(2, '0')}事业单位`,
          many,
          state,
          TODAY,
          `91350100M000100Y${at + 10}`.slice(0, 18),
        ],
      )
    }
  })
  return ids
}

export interface MadeRound {
  readonly roundId: string
  readonly candidateIds: readonly string[]
}

/** A draft over people and posts. */
export async function draftOf(
  on: Ground,
  given: { points: readonly number[]; seats: readonly number[]; turn?: object },
): Promise<MadeRound> {
  const { cohortId, candidateIds } = await rankedCohort(on, given)
  const postIds = await offeredPosts(on, given.seats)
  const turn = given.turn ?? { clockSeconds: 60, onPass: 'end', onAbsent: 'end' }
  const draw = { source: '福彩双色球 2026066 期', on: DRAW_ON }
  const input = { cohortId, way: 'points-ranked', title: '2026 年春季选岗', postIds, turn, draw }
  return { roundId: value<{ roundId: string }>(await doRound(on, room.officer)('round.draft', input)).roundId, candidateIds }
}

/** Commits, draws on the day named, and opens in the presence of the supervisor. */
export async function openOf(on: Ground, later: Ground, { roundId }: MadeRound): Promise<void> {
  value(await doRound(on, room.officer)('round.commit', { roundId }))
  value(await doRound(later, room.officer)('round.draw', { roundId, value: '03 09 11 17 22 30 + 08' }))
  value(await doRound(later, room.supervisor)('round.confirmPresence', { roundId }))
  value(await doRound(later, room.officer)('round.steer', { roundId, step: { kind: 'open' } }))
}

export const laterGround = (database: Parameters<typeof ground>[0], now = DRAW_DAY): Ground => ground(database, now)

/** Plays an open round to its end: whoever has the turn takes the first post that is open, or passes where none is. */
export async function closeOf(later: Ground, { roundId }: Pick<MadeRound, 'roundId'>): Promise<void> {
  const officer = doRound(later, room.officer)
  for (;;) {
    const { next } = await seeRound(later, room.officer)<{ next: { turn: number; candidateId: string; open: string[] } | null }>(
      'round.get',
      { roundId },
    )
    if (!next) break
    const post = next.open[0]
    const taken = post === undefined ? { kind: 'pass', by: 'self' } : { kind: 'pick', post, by: 'self' }
    value(await officer('round.turn', { roundId, turn: next.turn, candidateId: next.candidateId, taken }))
  }
  value(await officer('round.steer', { roundId, step: { kind: 'close' } }))
}

/** Days of a two-way round: the draw on the 11th, lists to the end of the 12th, rankings to the end of the 14th. */
export const TWO_WAY = { mostListed: 3, silentEmployer: 'by-order', listsUntil: '2026-06-12', rankingsUntil: '2026-06-14' } as const
export const RANK_DAY = '2026-06-13T02:00:00.000Z'
export const MATCH_DAY = '2026-06-15T02:00:00.000Z'

export const COST = { perKilometre: 10, misfit: 500, hardshipPerKilometre: 5, unplaced: 100_000 } as const
export const LADDER = { township: 3, county: 15, city: 40, province: 150, nation: 800 } as const

const COMPUTED = { title: '2026 年春季选岗', draw: { source: '福彩双色球 2026066 期', on: DRAW_ON } } as const

/** A draft of a two-way round over people and posts; every post is another employer's. */
export async function twoWayDraft(on: Ground, given: { points: readonly number[]; seats: readonly number[] }): Promise<MadeRound> {
  const { cohortId, candidateIds } = await rankedCohort(on, given)
  const postIds = await offeredPosts(on, given.seats)
  const input = { ...COMPUTED, cohortId, postIds, twoWay: TWO_WAY }
  return { roundId: value<{ roundId: string }>(await doRound(on, room.officer)('round.draftTwoWay', input)).roundId, candidateIds }
}

/** A draft of a directive round over people and posts. */
export async function directiveDraft(
  on: Ground,
  given: { points: readonly number[]; seats: readonly number[] },
  cost: object = COST,
): Promise<MadeRound> {
  const { cohortId, candidateIds } = await rankedCohort(on, given)
  const postIds = await offeredPosts(on, given.seats)
  const input = { ...COMPUTED, cohortId, postIds, cost, ladder: LADDER }
  return { roundId: value<{ roundId: string }>(await doRound(on, room.officer)('round.draftDirective', input)).roundId, candidateIds }
}
