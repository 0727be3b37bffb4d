import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { AssessmentHead } from '../../contract.ts'
import type { Standing } from '../../domain/assessments/assess.ts'
import type { AssessmentScheme } from '../../domain/assessments/scheme.ts'

/** The assessment of a place's children in a year by a scheme. */
export interface Asked {
  readonly place: RegionCode
  readonly scheme: string
  readonly year: number
}

export interface KeptHead extends AssessmentHead {
  readonly rule: AssessmentScheme
  readonly drawnBy: string
}

export interface KeptLine extends Standing {
  readonly code: RegionCode
  readonly assessor: RegionCode
  readonly version: number
  readonly state: AssessmentHead['state']
  readonly year: number
  readonly objectionsTo: PlainDate | null
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Drawing up, publishing and locking of one assessment come one after the other. */
export const holdAssessment = (tx: Tx, { place, scheme, year }: Asked): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`indicators.assessments ${place} ${scheme} ${year}`])

/** Every version, the oldest first. */
export async function findHeads(tx: Tx, { place, scheme, year }: Asked): Promise<KeptHead[]> {
  const { rows } = await tx.query<KeptHead>(
    `select version, state, rule, read_to as "readTo", why, drawn_by as "drawnBy", objections_to as "objectionsTo",
            ${instant('drawn_at')} as "drawnAt", ${instant('published_at')} as "publishedAt", ${instant('locked_at')} as "lockedAt"
       from indicators.assessments where bureau_code = left($1, 6) and unit_code = $1 and scheme = $2 and year = $3 order by version`,
    [place, scheme, year],
  )
  return rows
}

const LINE = `unit_code as code, assessor_code as assessor, version, state, year, clients, points, score, rank, ranked, tier, size_band as "sizeBand", objections_to as "objectionsTo"`

/** The lines of a version, the largest and in each size the best first. */
export async function findLines(tx: Tx, { place, scheme, year }: Asked, version: number): Promise<KeptLine[]> {
  const { rows } = await tx.query<KeptLine>(
    `select ${LINE} from indicators.assessment_lines
      where assessor_code = $1 and scheme = $2 and year = $3 and version = $4 order by (size_band->>'from')::int desc nulls last, rank nulls last, unit_code`,
    [place, scheme, year, version],
  )
  return rows
}

/**
 * Holds lines of a version until the end of the transaction: all of an assessor's, or one place's. An objection and a lock at
 * once come one after the other, and the second sees what the first one did.
 */
export const holdLines = (
  tx: Tx,
  { scheme, year, version }: Omit<Asked, 'place'> & { version: number },
  of: { assessor: RegionCode } | { place: RegionCode },
): Promise<unknown> => {
  const [column, code] = 'place' in of ? ['unit_code', of.place] : ['assessor_code', of.assessor]
  return tx.query(
    `select 1 from indicators.assessment_lines where ${column} = $1 and scheme = $2 and year = $3 and version = $4 order by unit_code for no key update`,
    [code, scheme, year, version],
  )
}

/** What a place was given from above in a year: the newest version that is public. */
export async function findOwnLine(tx: Tx, { place, scheme, year }: Asked): Promise<KeptLine | undefined> {
  const { rows } = await tx.query<KeptLine>(
    `select ${LINE} from indicators.assessment_lines
      where bureau_code = left($1, 6) and unit_code = $1 and scheme = $2 and year = $3 and state in ('published', 'locked')
      order by version desc limit 1`,
    [place, scheme, year],
  )
  return rows[0]
}

/** The tiers of places in the years before, as they were locked. */
export async function findTiers(
  tx: Tx,
  { places, scheme, year }: { places: readonly string[]; scheme: string; year: number },
): Promise<Map<string, Map<number, number | null>>> {
  const { rows } = await tx.query<{ unit_code: string; year: number; tier: number | null }>(
    `select distinct on (unit_code, year) unit_code, year, tier from indicators.assessment_lines
      where unit_code = any($1) and scheme = $2 and year < $3 and state = 'locked' order by unit_code, year, version desc`,
    [places, scheme, year],
  )
  const found = new Map<string, Map<number, number | null>>()
  for (const { unit_code, year: of, tier } of rows) found.set(unit_code, (found.get(unit_code) ?? new Map()).set(of, tier))
  return found
}

/** Moves a version and its lines to another state. */
export async function moveLines(
  tx: Tx,
  { place, scheme, year, version }: Asked & { version: number },
  to: { state: AssessmentHead['state']; objectionsTo?: PlainDate },
): Promise<void> {
  await tx.query(
    `update indicators.assessment_lines set state = $5, objections_to = coalesce($6, objections_to)
      where assessor_code = $1 and scheme = $2 and year = $3 and version = $4`,
    [place, scheme, year, version, to.state, to.objectionsTo ?? null],
  )
}
