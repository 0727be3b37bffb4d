import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findDivision } from '../../../network/index.ts'
import * as contract from '../../contract.ts'
import { assess, type Standing } from '../../domain/assessments/assess.ts'
import { type AssessmentScheme, schemesFor } from '../../domain/assessments/scheme.ts'
import { type Asked, findHeads, holdAssessment, moveLines } from './assessment-rows.ts'
import { periodOf, readPlaces } from './read-places.ts'
import { SCHEMES } from './schemes.ts'

/** The figures are read once and kept: whoever looks later sees the points with the figures that earned them. */
export const drawAssessment = action(contract.drawAssessment, {
  grant: 'assessment.do',
  where: async ({ place }, { tx }) => (await findDivision(tx, place))?.code,
  refusals: { 'not-over': 422, 'unknown-scheme': 422, 'nobody-below': 422, 'needs-why': 422 },
  async run(context, { why, ...asked }) {
    const { tx, today, note } = context
    const scheme = schemesFor(SCHEMES, asked.place, asked.year).find(({ code }) => code === asked.scheme)
    if (!scheme) return refuse({ code: 'unknown-scheme' })
    if (`${asked.year}-12-31` >= today) return refuse({ code: 'not-over' })
    await holdAssessment(tx, asked)
    const last = (await findHeads(tx, asked)).at(-1)
    if (last && why === undefined) return refuse({ code: 'needs-why' })
    const places = await readPlaces(tx, { place: asked.place, period: periodOf(asked.year, today), rule: scheme })
    if (places.length === 0) return refuse({ code: 'nobody-below' })
    if (last?.state === 'draft' || last?.state === 'published') await supersede(context, asked, last.version)
    const version = (last?.version ?? 0) + 1
    await writeHead(context, { ...asked, version, scheme, why: last ? why : undefined })
    await writeLines(context, { ...asked, version }, assess(scheme, places))
    note({ place: asked.place, scheme: scheme.code, year: asked.year, version, places: places.length })
    return ok({ version, state: 'draft' as const })
  },
})

async function supersede({ tx }: ActionContext, asked: Asked, version: number): Promise<void> {
  const { place, scheme, year } = asked
  await tx.query(
    `update indicators.assessments set state = 'superseded' where bureau_code = $1 and unit_code = $2 and scheme = $3 and year = $4 and version = $5`,
    [bureauOf(place), place, scheme, year, version],
  )
  await moveLines(tx, { ...asked, version }, { state: 'superseded' })
}

interface Drawn extends Omit<Asked, 'scheme'> {
  readonly version: number
  readonly scheme: AssessmentScheme
  readonly why: string | undefined
}

async function writeHead({ tx, now, today, actor }: ActionContext, { place, scheme, year, version, why }: Drawn): Promise<void> {
  await tx.query(
    `insert into indicators.assessments (bureau_code, unit_code, scheme, year, version, rule, read_to, why, drawn_at, drawn_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      bureauOf(place),
      place,
      scheme.code,
      year,
      version,
      JSON.stringify(scheme),
      periodOf(year, today).to,
      why ?? null,
      now,
      actor.accountId,
    ],
  )
}

async function writeLines(
  { tx }: ActionContext,
  { place, scheme, year, version }: Asked & { version: number },
  standings: readonly Standing[],
): Promise<void> {
  await tx.query(
    `insert into indicators.assessment_lines (bureau_code, unit_code, scheme, year, version, assessor_code, clients, points, score, rank, ranked, tier, size_band)
     select left(l.code, 6), l.code, $1, $2, $3, $4, l.clients, l.points, l.score, l.rank, l.ranked, l.tier, l."sizeBand"
       from jsonb_to_recordset($5::jsonb)
            as l(code text, clients integer, points jsonb, score integer, rank integer, ranked integer, tier smallint, "sizeBand" jsonb)`,
    [scheme, year, version, place, JSON.stringify(standings)],
  )
}
