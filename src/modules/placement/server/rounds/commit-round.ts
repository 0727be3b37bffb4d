import { randomBytes } from 'node:crypto'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import * as contract from '../../contract-rounds.ts'
import { distancesBy } from '../../domain/distance/ladder.ts'
import { findOpeningFault } from '../../domain/engine/check-opening.ts'
import { canonicalText } from '../../domain/record/canonical.ts'
import { commitmentOf, pseudonymOf, seedHashOf } from '../../domain/record/commit.ts'
import { type Candidate, OPENING_FORMAT, Opening } from '../../domain/record/opening.ts'
import { windowsOf } from '../computed/windows.ts'
import { keepPeople } from './draft-round.ts'
import { moveCandidates } from './move-candidates.ts'
import { type CohortRow, findCohort, type RankedPerson, readPeople, schemeOf, tiesOf } from './read-people.ts'
import { readPosts } from './read-posts.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { listRoundPeople, lockRound, type RoundRow, whereRoundIs } from './round-rows.ts'
import { sealSalt } from './salt.ts'
import { sha256 } from './sha256.ts'

const SEED = 'placement.rounds.seed'

interface Named {
  readonly person: RankedPerson
  readonly salt: string
  readonly entry: Candidate
}

/** How a person is known to the office: cohort and number, the same on the published lists. */
export const officeNumber = ({ year, season, group_code }: Pick<CohortRow, 'year' | 'season' | 'group_code'>, number: number): string =>
  `${year}-${season}-${group_code}-${number}`

async function countOpenObjections({ tx }: ActionContext, cohort: CohortRow): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from placement.objections o join placement.candidates c on c.bureau_code = o.bureau_code and c.id = o.candidate_id
      where c.bureau_code = left($2, 6) and c.cohort_id = $1 and o.outcome is null`,
    [cohort.id, cohort.unit_code],
  )
  return rows[0]?.n ?? 0
}

/** Why a round may not be frozen yet: first the day, then the scores, the people, the posts. */
async function whyNot(context: ActionContext, round: RoundRow, cohort: CohortRow): Promise<RoundRefusal | undefined> {
  if (round.state !== 'draft') return { code: 'wrong-state', state: round.state }
  if (round.draw_on <= context.today) return { code: 'draw-not-later' }
  // cohorts_ranked_check: who is ranked was published, and the window had closed.
  if (cohort.ranked_on === null) return { code: 'not-ranked' }
  const objections = await countOpenObjections(context, cohort)
  return objections > 0 ? { code: 'objections-open', count: objections } : undefined
}

async function gather(context: ActionContext, round: RoundRow, cohort: CohortRow): Promise<Result<RankedPerson[], RoundRefusal>> {
  const people = await readPeople(context, cohort, 'ranked')
  if (people.length === 0) return refuse({ code: 'nobody-to-place' })
  const unconfirmed = people.filter(({ isConfirmed }) => !isConfirmed)
  if (unconfirmed.length > 0) return refuse({ code: 'score-not-confirmed', numbers: unconfirmed.map(({ number }) => number) })
  const { gone } = await readPosts(context.tx, round)
  return gone > 0 ? refuse({ code: 'posts-not-offered', count: gone }) : ok(people)
}

/** Gives each person a salted pseudonym, and in the record the place that the pseudonym says: no order of files shows through. */
async function nameAll(
  context: ActionContext,
  round: RoundRow,
  { people, cohort }: { people: readonly RankedPerson[]; cohort: CohortRow },
) {
  await keepPeople(context, round, people)
  const lists = new Map((await listRoundPeople(context.tx, round)).map(({ candidate_id, proxy }) => [candidate_id, proxy]))
  const { scheme, entries } = schemeOf(people)
  const named = people.map((person, at): Named => {
    const salt = randomBytes(32).toString('hex')
    const pseudonym = pseudonymOf(sha256, { round: round.id, person: officeNumber(cohort, person.number), salt })
    const proxy = lists.get(person.candidateId)
    return { person, salt, entry: { ...(entries[at] ?? person.entry), pseudonym, ...(proxy ? { proxy } : {}) } }
  })
  return { scheme, named: named.toSorted((a, b) => (a.entry.pseudonym < b.entry.pseudonym ? -1 : 1)) }
}

async function keepNames(
  { tx, secrets }: ActionContext,
  round: RoundRow,
  { named, commitment }: { named: readonly Named[]; commitment: string },
) {
  for (const { person, salt, entry } of named) {
    await tx.query(
      `update placement.round_people set commitment = $4, pseudonym = $5, salt = $6, entry = $7
        where bureau_code = left($2, 6) and round_id = $1 and candidate_id = $3`,
      [
        round.id,
        round.unit_code,
        person.candidateId,
        commitment,
        entry.pseudonym,
        sealSalt(secrets, { roundId: round.id, candidateId: person.candidateId }, salt),
        JSON.stringify(entry),
      ],
    )
  }
}

/** What is committed to, word for word. */
function openingText(
  round: RoundRow,
  parts: Pick<Opening, 'rules' | 'candidates' | 'posts' | 'committedOn' | 'seedHash'>,
  cohort: CohortRow,
): Opening {
  return Opening.parse({
    format: OPENING_FORMAT,
    round: { id: round.id, title: round.title, bureau: round.unit_code.slice(0, 6), year: cohort.year, season: cohort.season },
    distances: round.settings.directive ? distancesBy(round.settings.directive.ladder, parts) : [],
    draw: { source: round.draw_source, on: round.draw_on },
    ...parts,
  })
}

/** What the rules hold for the way of the round. */
function wayRules({ settings: { turn, twoWay, directive } }: RoundRow): Pick<Opening['rules'], 'turn' | 'twoWay' | 'cost'> {
  if (turn) return { turn }
  if (directive) return { cost: directive.cost }
  if (!twoWay) throw new Error('a round without the rules of its way')
  const { mostListed, silentEmployer } = twoWay
  return { twoWay: { mostListed, silentEmployer, windows: windowsOf(twoWay) } }
}

const rulesOf = (round: RoundRow, cohort: CohortRow, scheme: Opening['rules']['scheme']): Opening['rules'] => ({
  way: round.way,
  scheme,
  weights: { service: cohort.service_weight, exam: cohort.exam_weight, appraisal: cohort.appraisal_weight },
  ties: tiesOf(cohort),
  ...wayRules(round),
  apportionments: [],
})

async function freeze(
  context: ActionContext,
  round: RoundRow,
  { people, cohort }: { people: readonly RankedPerson[]; cohort: CohortRow },
): Promise<Result<string, RoundRefusal>> {
  const { tx, secrets, today, now, actor } = context
  const { scheme, named } = await nameAll(context, round, { people, cohort })
  const seed = randomBytes(32).toString('hex')
  const { posts } = await readPosts(tx, round)
  const opening = openingText(
    round,
    {
      rules: rulesOf(round, cohort, scheme),
      candidates: named.map(({ entry }) => entry),
      posts,
      committedOn: today,
      seedHash: seedHashOf(sha256, seed),
    },
    cohort,
  )
  const fault = findOpeningFault(opening)
  if (fault) return refuse({ code: 'opening-wrong', fault: `${fault.code} ${fault.at}`.slice(0, 80) })
  const commitment = commitmentOf(sha256, opening)
  await keepNames(context, round, { named, commitment })
  await tx.query(
    `update placement.rounds set state = 'committed', opening = $3, commitment = $4, seed = $5, committed_on = $6, committed_at = $7, committed_by = $8
      where bureau_code = left($2, 6) and id = $1`,
    [round.id, round.unit_code, canonicalText(opening), commitment, secrets.encrypt(SEED, round.id, seed), today, now, actor.accountId],
  )
  await moveCandidates(context, { ids: people.map(({ candidateId }) => candidateId), step: 'enterRound', from: 'ranked', to: 'selecting' })
  return ok(commitment)
}

/** Freezes a round. From here on only a new version before the draw changes anything, and the old commitment stays to be seen. */
export const commitRound = action(contract.commitRound, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId }) {
    const round = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    const cohort = await findCohort(context, round.cohort_id)
    if (!cohort) return refuse({ code: 'not-ranked' })
    const refusal = await whyNot(context, round, cohort)
    if (refusal) return refuse(refusal)
    const people = await gather(context, round, cohort)
    if (!people.ok) return people
    const frozen = await freeze(context, round, { people: people.value, cohort })
    if (!frozen.ok) return frozen
    const commitment = frozen.value
    context.note({ round: roundId, commitment, people: people.value.length })
    context.fact({ kind: 'placement.round', on: context.today, dimensions: { step: 'committed', way: round.way } })
    return ok({ roundId, commitment })
  },
})

/** Opens the seed. @throws where there is none */
export function seedOf({ secrets }: Pick<ActionContext, 'secrets'>, { id, seed }: RoundRow): string {
  if (seed === null) throw new Error('a draft has no seed')
  return secrets.decrypt(SEED, id, seed)
}
