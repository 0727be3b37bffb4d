import { createHash } from 'node:crypto'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { TieCriterion, type Trial, type TriedPosts } from '../../contract.ts'
import { distancesBy } from '../../domain/distance/ladder.ts'
import type { PaidPost } from '../../domain/engine/assume-wishes.ts'
import { compositeOf } from '../../domain/engine/check-opening.ts'
import { OPENING_FORMAT, type Opening } from '../../domain/record/opening.ts'
import type { Rules } from '../../domain/record/rules.ts'
import { type CohortRow, type RankedPerson, readPeople, schemeOf, tiesOf } from '../rounds/read-people.ts'
import { type PostRow, toPost } from '../rounds/read-posts.ts'
import { listRoundPeople, type RoundRow } from '../rounds/round-rows.ts'

/** Costs of a trial assignment where the draft names none: no distance is measured, so only the fit and having a post at all count. */
const TRIAL_COST = { perKilometre: 0, misfit: 1, hardshipPerKilometre: 0, unplaced: 1_000 } as const
const TRIAL_TURN = { clockSeconds: 60, onPass: 'end', onAbsent: 'end' } as const
const TRIAL_DRAW = { source: '试算', on: PlainDate.parse('2099-12-31') }

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** People, posts and lists of a draft, read once for all trials. */
export interface TrialGround {
  readonly round: RoundRow
  readonly cohort: CohortRow
  readonly people: readonly RankedPerson[]
  readonly pseudonyms: readonly string[]
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly posts: readonly (PaidPost & { readonly isOfRound: boolean })[]
}

/** Every post that the county may offer: those of the draft by their short codes, the others by one of their own. */
async function readOffered(context: ViewContext, { id, unit_code }: RoundRow): Promise<TrialGround['posts']> {
  const { rows } = await context.tx.query<PostRow & { pay_high_fen: bigint; is_of_round: boolean }>(
    `select p.id, coalesce(r.code, 'X' || lpad((row_number() over (partition by r.code is null order by p.employer_name, p.title, p.id))::text, 2, '0')) as code,
            p.unit_code, p.employer_name, p.title, p.kind, p.seats, p.place_code, p.requirements, p.state, p.pool_id, p.pay_high_fen, r.code is not null as is_of_round
       from placement.posts p left join placement.round_posts r on r.bureau_code = p.bureau_code and r.post_id = p.id and r.round_id = $1
      where p.bureau_code = left($2, 6) and p.state = 'confirmed' and p.seats > 0 order by code`,
    [id, unit_code],
  )
  return rows.map((row) => ({ ...toPost(row), payFen: BigInt(row.pay_high_fen), isOfRound: row.is_of_round }))
}

/** The people with all facts that a tie may ask for, whatever rule was declared. */
export async function readGround(context: ViewContext, round: RoundRow, cohort: CohortRow): Promise<TrialGround> {
  const people = await readPeople(context, { ...cohort, tie_rule: [...TieCriterion.options] }, 'ranked')
  const kept = await listRoundPeople(context.tx, round)
  return {
    round,
    cohort,
    people,
    // Not the pseudonyms of the round, which are made when it is committed to: those of a trial lead nowhere.
    pseudonyms: people.map(({ candidateId }) => digest(`trial ${round.id} ${candidateId}`)),
    lists: new Map(kept.flatMap(({ candidate_id, proxy }) => (proxy ? [[candidate_id, proxy] as const] : []))),
    posts: await readOffered(context, round),
  }
}

const chosen = ({ posts }: TrialGround, which: TriedPosts): TrialGround['posts'] =>
  posts.filter(({ isOfRound, pool }) => which === 'all' || (isOfRound && (which === 'round' || pool === undefined)))

/** Where the draft has rules of the way that is tried, those are tried. */
function rulesFor({ cohort, round }: TrialGround, trial: Trial, scheme: Rules['scheme']): Rules {
  const { twoWay, directive } = round.settings
  const ties = trial.ties === undefined ? cohort.tie_rule : trial.ties
  const declared = { service: cohort.service_weight, exam: cohort.exam_weight, appraisal: cohort.appraisal_weight }
  return {
    way: trial.way,
    scheme,
    weights: trial.weights ?? declared,
    ties: tiesOf({ tie_rule: [...ties] }),
    ...(trial.way === 'points-ranked' ? { turn: TRIAL_TURN } : {}),
    ...(trial.way === 'two-way'
      ? { twoWay: { mostListed: twoWay?.mostListed ?? 1000, silentEmployer: twoWay?.silentEmployer ?? 'by-order' } }
      : {}),
    ...(trial.way === 'directive' ? { cost: directive?.cost ?? TRIAL_COST } : {}),
    apportionments: [],
  }
}

/** What would be committed to by a trial, as far as the engine asks: nothing of it is kept or published. */
export function openingFor(ground: TrialGround, trial: Trial): { opening: Opening; posts: readonly PaidPost[] } {
  const { round, cohort, people, pseudonyms, lists } = ground
  const { scheme, entries } = schemeOf(people)
  const rules = rulesFor(ground, trial, scheme)
  const posts = chosen(ground, trial.posts)
  const candidates = entries.map((entry, at) => {
    const proxy = lists.get(people[at]?.candidateId ?? '')
    const one = { ...entry, pseudonym: pseudonyms[at] ?? '', ...(proxy ? { proxy: [...proxy] } : {}) }
    return { ...one, composite: compositeOf(rules, one) }
  })
  const offered = posts.map(({ payFen: _pay, isOfRound: _of, ...post }) => post)
  const ladder = trial.way === 'directive' ? round.settings.directive?.ladder : undefined
  const opening: Opening = {
    format: OPENING_FORMAT,
    round: { id: round.id, title: round.title, bureau: round.unit_code.slice(0, 6), year: cohort.year, season: cohort.season },
    committedOn: round.drafted_on,
    rules,
    candidates,
    posts: offered,
    distances: ladder ? distancesBy(ladder, { candidates, posts: offered }) : [],
    draw: TRIAL_DRAW,
    seedHash: digest(`trial ${round.id}`),
  }
  return { opening, posts }
}
