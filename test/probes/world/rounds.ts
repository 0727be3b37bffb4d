import { uuidv7 } from 'uuidv7'
import { openSecrets } from '../../../src/platform/secrets/secrets.ts'
import type { DeskMaker } from '../generators/probe-case.ts'
import type { Grounds } from './maker.ts'
import { STATIONS } from './places.ts'

/** How far a round has come. */
export type Stage = 'draft' | 'committed' | 'drawn' | 'present' | 'open' | 'closed'

export interface RoundMade {
  readonly county: string
  readonly roundId: string
  readonly cohortId: string
  readonly postIds: readonly string[]
  /** In the order of the round. */
  readonly candidateIds: readonly string[]
}

/** The key of the probes' world: a sheet that no action draws here is sealed with it. */
const secrets = openSecrets({ masterKey: Buffer.alloc(32, 'probes'), profile: 'international' })

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Rows that the score room leaves behind, then the round's own actions up to a stage. */
export function roundsOn({ database }: Pick<Grounds, 'database'>, desk: Pick<DeskMaker, 'done' | 'person' | 'remember' | 'rememberOwn'>) {
  // Downwards: the generators of cohorts open theirs from 2001 upwards, and each is there once.
  let year = 2101
  const ask = (sql: string, values: readonly unknown[]) => database.ownerPool.query(sql, [...values])

  /** `own`: somebody on /me, who comes first. */
  async function rank(county: string, own?: { personId: string; at: string }): Promise<Omit<RoundMade, 'roundId'>> {
    const station = STATIONS.find((unit) => unit.startsWith(county.slice(0, 6))) ?? county
    const bureau = county.slice(0, 6)
    const [cohortId, postIds, candidateIds] = [uuidv7(), [uuidv7(), uuidv7()], [uuidv7(), uuidv7()]]
    year -= 1
    await ask(
      `insert into placement.cohorts (bureau_code, id, unit_code, year, season, group_code, method, service_weight, exam_weight, appraisal_weight, tie_rule,
         tie_declared_at, tie_declared_by, published_on, window_closes_on, ranked_on, opened_on, opened_at, opened_by)
       values ($1, $2, $3, $4, 'autumn', 'officer', 'points', 100, 0, 0, '{serviceDays,lot}', now(), $2, '2026-01-01', '2026-01-08', '2026-01-09', '2026-01-01', now(), $2)`,
      [bureau, cohortId, county, year],
    )
    for (const [at, id] of candidateIds.entries()) {
      const me = at === 0 ? own : undefined
      const [personId, lies] = me ? [me.personId, me.at] : [(await desk.person(station)).id, station]
      const [sheetId, points] = [uuidv7(), 9000 - at * 1000]
      await ask(
        `insert into placement.candidates (bureau_code, id, unit_code, cohort_id, person_id, number, state, steps, since_on, leaving_on, total_hundredths, composite, added_at, added_by, year, season, group_code)
         values ($1, $2, $3, $4, $5, $6, 'ranked', 7, '2026-01-09', '2025-12-01', $7, $8, now(), $2, $9, 'autumn', 'officer')`,
        [bureau, id, lies, cohortId, personId, at + 1, points, points * 100, year],
      )
      const line = { item: 'service.upTo12Years', zh: '服役 12 年以内', unit: 'halfYear', each: 100 }
      const lines = {
        spell: { enlistedOn: '2010-03-16', leavingOn: '2026-03-01' },
        schemeTitle: '评分表',
        lines: [{ ...line, quantity: points / 100, points: points, evidence: '档案' }],
        ties: { serviceDays: 4000 },
      }
      await ask(
        `insert into placement.score_sheets (bureau_code, id, unit_code, candidate_id, person_id, number, scheme_code, scheme_version, lines, total_hundredths, drawn_on, drawn_at, drawn_by, confirmed_at, confirmed_by)
         values ($1, $2, $3, $4, $5, 1, 'soldiers', '2018', $6, $7, '2026-01-01', now(), $2, now(), $2)`,
        [bureau, sheetId, lies, id, personId, secrets.encrypt('placement.score_sheets.lines', sheetId, JSON.stringify(lines)), points],
      )
      if (me) desk.rememberOwn(id, lies, personId)
      else desk.remember(id, station)
    }
    for (const id of postIds) {
      await ask(
        `insert into placement.posts (bureau_code, id, unit_code, year, season, employer_name, uscc, title, kind, establishment, seats, place_code, pay_low_fen, pay_high_fen, state, entered_on, entered_at, entered_by)
         values ($1, $2, $3, 2026, 'spring', '区属事业单位', '91350100M000100Y43', '职员', 'institution', 'institution', 1, $3, 1, 2, 'confirmed', '2026-01-01', now(), $2)`,
        [bureau, id, county],
      )
      desk.remember(id, county)
    }
    desk.remember(cohortId, county)
    return { county, cohortId, postIds, candidateIds }
  }

  /** What `round.draft` is asked with. */
  const draftBody = ({ cohortId, postIds }: Pick<RoundMade, 'cohortId' | 'postIds'>) => ({
    cohortId,
    postIds,
    way: 'points-ranked',
    title: '选岗',
    turn: { clockSeconds: 60, onPass: 'end', onAbsent: 'end' },
    draw: { source: '双色球', on: dayFromNow(3) },
  })

  async function round(county: string, stage: Stage, own?: { personId: string; at: string }): Promise<RoundMade> {
    const touches = { touches: county }
    const made = await rank(county, own)
    const { roundId = '' } = await desk.done('round.draft', touches, draftBody(made))
    // Of a round that somebody on /me takes part in, the id is theirs to know.
    if (!own) desk.remember(roundId, county)
    const stages: readonly Stage[] = ['draft', 'committed', 'drawn', 'present', 'open', 'closed']
    const gone = (to: Stage): boolean => stages.indexOf(stage) >= stages.indexOf(to)
    if (gone('committed')) await desk.done('round.commit', touches, { roundId })
    // Nobody can wait here for the day of the draw.
    if (gone('committed'))
      await ask('update placement.rounds set committed_on = committed_on - 9, draw_on = draw_on - 8 where id = $1', [roundId])
    if (gone('drawn')) await desk.done('round.draw', touches, { roundId, value: '07' })
    if (gone('present')) await desk.done('round.confirmPresence', touches, { roundId })
    if (gone('open')) await desk.done('round.steer', touches, { roundId, step: { kind: 'open' } })
    if (gone('closed')) await close(county, { roundId, candidateIds: made.candidateIds })
    return { ...made, roundId }
  }

  /** Both pick, each the post of the own place in the order, and the record is published. */
  async function close(county: string, { roundId, candidateIds }: Pick<RoundMade, 'roundId' | 'candidateIds'>): Promise<void> {
    const touches = { touches: county }
    for (const [at, candidateId] of candidateIds.entries()) {
      const taken = { kind: 'pick', post: `P0${at + 1}`, by: 'self' }
      await desk.done('round.turn', touches, { roundId, turn: at + 1, candidateId, taken })
    }
    await desk.done('round.steer', touches, { roundId, step: { kind: 'close' } })
  }

  /** A closed round whose letters were issued so many days ago. */
  async function lettered(county: string, daysAgo: number): Promise<RoundMade> {
    const made = await round(county, 'closed')
    await desk.done('letter.issue', { touches: county }, { roundId: made.roundId })
    await ask('update placement.letters set issued_on = issued_on - $2::int where round_id = $1', [made.roundId, daysAgo])
    await ask('update placement.candidates set letter_on = letter_on - $2::int, start_by = start_by - $2::int where id = any($1)', [
      made.candidateIds,
      daysAgo,
    ])
    return made
  }

  /** What the drafts of rounds that are computed at once are asked with. */
  const twoWayBody = ({ cohortId, postIds }: Pick<RoundMade, 'cohortId' | 'postIds'>) => ({
    cohortId,
    postIds,
    title: '双向选择',
    twoWay: { mostListed: 3, silentEmployer: 'by-order', listsUntil: dayFromNow(4), rankingsUntil: dayFromNow(8) },
    draw: { source: '双色球', on: dayFromNow(3) },
  })
  const directiveBody = ({ cohortId, postIds }: Pick<RoundMade, 'cohortId' | 'postIds'>) => ({
    cohortId,
    postIds,
    title: '指令性分配',
    cost: { perKilometre: 10, misfit: 500, hardshipPerKilometre: 5, unplaced: 100_000 },
    ladder: { township: 3, county: 15, city: 40, province: 150, nation: 800 },
    draw: { source: '双色球', on: dayFromNow(3) },
  })

  /** A two-way or directive round that has been opened. */
  async function computed(county: string, way: 'two-way' | 'directive', own?: { personId: string; at: string }): Promise<RoundMade> {
    const touches = { touches: county }
    const made = await rank(county, own)
    const [route, body] =
      way === 'two-way' ? (['round.draftTwoWay', twoWayBody(made)] as const) : (['round.draftDirective', directiveBody(made)] as const)
    const { roundId = '' } = await desk.done(route, touches, body)
    // Of a round that somebody on /me takes part in, the id is theirs to know.
    if (!own) desk.remember(roundId, county)
    await desk.done('round.commit', touches, { roundId })
    await ask('update placement.rounds set committed_on = committed_on - 9, draw_on = draw_on - 8 where id = $1', [roundId])
    await desk.done('round.draw', touches, { roundId, value: '07' })
    await desk.done('round.confirmPresence', touches, { roundId })
    await desk.done('round.steer', touches, { roundId, step: { kind: 'open' } })
    return { ...made, roundId }
  }

  return { rank, round, lettered, draftBody, computed, twoWayBody, directiveBody }
}
