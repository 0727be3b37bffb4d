import { rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { personCards } from '../../../registry/index.ts'
import type { LetterLine } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { daysOverdue, followUpFrom, owedMonths } from '../../domain/after/after-days.ts'
import { findLetters, type LetterRow, letterNumber, openWords } from './letter-rows.ts'

/** What of a letter counts for days: the day of an exit ends what was owed, as a start does. */
export const startedOf = (row: LetterRow) => ({
  letterOn: row.issued_on,
  startBy: row.start_by,
  startedOn: row.started_on,
  cause: row.late_cause,
})

export function lineOf({ secrets, today }: Pick<ViewContext, 'secrets' | 'today'>, row: LetterRow, name: string): LetterLine {
  const isWaiting = row.state === 'letterIssued'
  return {
    candidateId: row.candidate_id,
    steps: row.steps,
    state: row.state,
    name,
    number: letterNumber(row),
    employer: row.employer_name,
    uscc: row.uscc,
    post: row.post_title,
    kind: row.kind,
    wish: row.wish,
    issuedOn: row.issued_on,
    startBy: row.start_by,
    startedOn: row.started_on,
    daysOverdue: isWaiting ? daysOverdue(startedOf(row), today) : 0,
    cause: row.late_cause,
    reason: openWords(secrets, { id: row.candidate_id, of: 'late' }, row.late_why),
    owedMonths: isWaiting || row.started_on !== null ? owedMonths(startedOf(row), today) : [],
    followUpFrom: row.started_on === null ? null : followUpFrom(row.started_on),
    followedOn: row.followed_on,
    isThere: row.is_there,
    isSatisfied: row.is_satisfied,
    followWords: openWords(secrets, { id: row.candidate_id, of: 'follow' }, row.follow_words),
  }
}

interface WaitingRow {
  roundId: string
  title: string
  unitCode: UnitCode
  people: number
}

/** Closed rounds of which somebody has a post and no letter. */
async function findWaiting({ tx }: ViewContext, { lo, hi }: { lo: string; hi: string }): Promise<WaitingRow[]> {
  const { rows } = await tx.query<WaitingRow>(
    `select r.id as "roundId", r.title, r.unit_code as "unitCode", count(*)::int as people
       from placement.rounds r
       join placement.round_people p on p.bureau_code = r.bureau_code and p.round_id = r.id and p.outcome = 'placed'
       join placement.candidates c on c.bureau_code = p.bureau_code and c.id = p.candidate_id and c.state = 'picked'
      where r.unit_code >= $1 and r.unit_code < $2 and r.state = 'closed'
      group by r.bureau_code, r.id order by r.published_at`,
    [lo, hi],
  )
  return rows
}

export const listLetters = view(contract.listLetters, {
  grant: 'placement.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const rows = await findLetters(context.tx, rangeOf(place))
    const cards = await personCards(context, [...new Set(rows.map(({ person_id }) => person_id))])
    const { grants } = context.actor
    const isOfficer = grants.has('placement.write')
    return {
      letters: rows.map((row) => lineOf(context, row, cards.get(row.person_id)?.nameMasked ?? '*')),
      waiting: await findWaiting(context, rangeOf(place)),
      can: { issue: grants.has('placement.approve'), write: isOfficer, record: isOfficer },
    }
  },
})
