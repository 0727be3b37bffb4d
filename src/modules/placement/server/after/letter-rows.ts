import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { CandidateState, Cohort, LateCause, LetterLine } from '../../contract.ts'

/** A letter with the candidate whose it is. */
export interface LetterRow {
  readonly candidate_id: string
  readonly person_id: PersonId
  readonly unit_code: UnitCode
  readonly station: UnitCode
  readonly round_title: string
  readonly candidate_year: number
  readonly season: Cohort['season']
  readonly group_code: Cohort['group']
  readonly state: CandidateState
  readonly steps: number
  readonly year: number
  readonly number: number
  readonly employer_name: string
  readonly uscc: string
  readonly post_title: string
  readonly kind: LetterLine['kind']
  readonly wish: number | null
  readonly issued_on: PlainDate
  readonly start_by: PlainDate
  readonly started_on: PlainDate | null
  readonly followed_on: PlainDate | null
  readonly late_cause: LateCause | null
  readonly late_why: Buffer | null
  readonly is_there: boolean | null
  readonly is_satisfied: boolean | null
  readonly follow_words: Buffer | null
}

const LETTERS = `select l.candidate_id, c.person_id, l.unit_code, c.unit_code as station, r.title as round_title, c.year as candidate_year, c.season, c.group_code, c.state, c.steps,
    l.year, l.number, l.employer_name, l.uscc, l.post_title, l.kind, l.wish, l.issued_on, c.start_by, c.started_on, c.followed_on,
    l.late_cause, l.late_why, l.is_there, l.is_satisfied, l.follow_words
  from placement.letters l
  join placement.candidates c on c.bureau_code = l.bureau_code and c.id = l.candidate_id
  join placement.rounds r on r.bureau_code = l.bureau_code and r.id = l.round_id`

export async function findLetter(tx: Tx, candidateId: string): Promise<LetterRow | undefined> {
  const { rows } = await tx.query<LetterRow>(`${LETTERS} where l.candidate_id = $1`, [candidateId])
  return rows[0]
}

/** Letters of a range, the newest first. */
export async function findLetters(tx: Tx, { lo, hi }: { lo: string; hi: string }): Promise<LetterRow[]> {
  const { rows } = await tx.query<LetterRow>(
    `${LETTERS} where l.unit_code >= $1 and l.unit_code < $2 order by l.issued_on desc, l.unit_code, l.number limit 2000`,
    [lo, hi],
  )
  return rows
}

/** As the letter is called on paper. */
export const letterNumber = ({ year, number }: Pick<LetterRow, 'year' | 'number'>): string => `〔${year}〕${number} 号`

const SAID = 'placement.letters.said'

export const sealWords = (secrets: ViewContext['secrets'], { id, of }: { id: string; of: 'late' | 'follow' }, said: string): Buffer =>
  secrets.encrypt(SAID, `${id}:${of}`, said)

export const openWords = (
  secrets: ViewContext['secrets'],
  { id, of }: { id: string; of: 'late' | 'follow' },
  sealed: Buffer | null,
): string | null => (sealed === null ? null : secrets.decrypt(SAID, `${id}:${of}`, sealed))
