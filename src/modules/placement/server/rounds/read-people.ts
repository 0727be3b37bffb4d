import { z } from 'zod'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Candidate } from '../../domain/record/opening.ts'
import type { Rules } from '../../domain/record/rules.ts'

const SHEET = 'placement.score_sheets.lines'

/** The part of a score sheet that goes into a record: no evidence. */
const SheetLines = z.object({
  lines: z.array(z.object({ item: z.string(), quantity: z.int(), points: z.int() })),
  ties: z.record(z.string(), z.int()).default({}),
})

export interface CohortRow {
  readonly id: string
  readonly unit_code: UnitCode
  readonly year: number
  readonly season: 'spring' | 'autumn'
  readonly group_code: string
  readonly service_weight: number
  readonly exam_weight: number
  readonly appraisal_weight: number
  readonly tie_rule: string[]
  readonly ranked_on: PlainDate | null
}

export async function findCohort({ tx }: Pick<ViewContext, 'tx'>, cohortId: string): Promise<CohortRow | undefined> {
  const { rows } = await tx.query<CohortRow>(
    `select id, unit_code, year, season, group_code, service_weight, exam_weight, appraisal_weight, tie_rule, ranked_on
       from placement.cohorts where id = $1`,
    [cohortId],
  )
  return rows[0]
}

interface CandidateRow {
  id: string
  unit_code: UnitCode
  person_id: string
  number: number
  total_hundredths: number | null
  exam_hundredths: number | null
  appraisal_hundredths: number | null
  composite: bigint | null
  sheet_id: string | null
  scheme_version: string | null
  lines: Buffer | null
  is_confirmed: boolean
  codes: string[]
  further_places: string[]
  hardship: number
}

/** Somebody whom the cohort has ranked: everything of the record but the pseudonym. */
export interface RankedPerson {
  readonly candidateId: string
  readonly personId: string
  readonly unitCode: UnitCode
  readonly number: number
  readonly isConfirmed: boolean
  readonly schemeVersion: string
  readonly entry: Omit<Candidate, 'pseudonym' | 'proxy'>
}

/** Who of a cohort stands ranked, with the sheet that stands. `states`: before the commitment `ranked`, afterwards `selecting`. */
export async function readPeople(
  { tx, secrets }: Pick<ViewContext, 'tx' | 'secrets'>,
  cohort: CohortRow,
  state: 'ranked' | 'selecting',
): Promise<RankedPerson[]> {
  const { rows } = await tx.query<CandidateRow>(
    `select c.id, c.unit_code, c.person_id, c.number, c.total_hundredths, c.exam_hundredths, c.appraisal_hundredths, c.composite,
            c.codes, c.further_places, c.hardship, s.id as sheet_id, s.scheme_version, s.lines, s.confirmed_at is not null as is_confirmed
       from placement.candidates c
       left join lateral (select * from placement.score_sheets s where s.bureau_code = c.bureau_code and s.candidate_id = c.id order by s.number desc limit 1) s on true
      where c.bureau_code = left($2, 6) and c.cohort_id = $1 and c.state = $3 order by c.number`,
    [cohort.id, cohort.unit_code, state],
  )
  return rows.map((row) => ({
    candidateId: row.id,
    personId: row.person_id,
    unitCode: row.unit_code,
    number: row.number,
    isConfirmed: row.is_confirmed && row.composite !== null,
    schemeVersion: row.scheme_version ?? '',
    entry: entryOf({ secrets }, cohort, row),
  }))
}

function entryOf({ secrets }: Pick<ViewContext, 'secrets'>, cohort: CohortRow, row: CandidateRow): RankedPerson['entry'] {
  const sheet = SheetLines.parse(
    row.lines === null || row.sheet_id === null ? { lines: [] } : JSON.parse(secrets.decrypt(SHEET, row.sheet_id, row.lines)),
  )
  const county = cohort.unit_code.slice(0, 6)
  return {
    lines: sheet.lines.map(({ item, quantity, points }) => ({ item, quantity, points })),
    marks: { service: row.total_hundredths ?? 0, exam: row.exam_hundredths ?? 0, appraisal: row.appraisal_hundredths ?? 0 },
    composite: Number(row.composite ?? 0n),
    facts: Object.fromEntries(tiesOf(cohort).map(({ by }) => [by, sheet.ties[by] ?? 0])),
    home: row.unit_code.slice(0, 12),
    // 《退役军人安置条例》第四十五条: the place of the household at enlistment, which is the county that received the file;
    // with 第四十九条 (spouse, children) further ones, as the officer has entered them.
    places: [...new Set([county, ...row.further_places])],
    codes: row.codes.toSorted(),
    hardship: row.hardship,
  }
}

/** The declared rule of ties as the record spells it: the lot comes last by itself. Who was born earlier goes first. */
export const tiesOf = ({ tie_rule }: Pick<CohortRow, 'tie_rule'>): Rules['ties'] =>
  tie_rule.filter((by) => by !== 'lot').map((by) => ({ by, first: by === 'bornOn' ? 'less' : 'more' }))

/**
 * The score table as far as anybody was scored by it: what one unit of each item is worth. Where people left under several
 * versions, an item is called after its version.
 */
export function schemeOf(people: readonly RankedPerson[]): { scheme: Rules['scheme']; entries: RankedPerson['entry'][] } {
  const versions = [...new Set(people.map(({ schemeVersion }) => schemeVersion))].toSorted()
  const nameOf = (item: string, version: string): string => (versions.length > 1 ? `${version}.${item}`.slice(0, 64) : item)
  const worth = new Map<string, number>()
  const entries = people.map(({ entry, schemeVersion }) => {
    const lines = entry.lines.filter(({ quantity }) => quantity > 0).map((line) => ({ ...line, item: nameOf(line.item, schemeVersion) }))
    for (const { item, quantity, points } of lines) worth.set(item, points / quantity)
    return { ...entry, lines }
  })
  const items = [...worth].map(([code, points]) => ({ code, points })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return { scheme: { version: versions.join('、') || '-', items }, entries }
}
