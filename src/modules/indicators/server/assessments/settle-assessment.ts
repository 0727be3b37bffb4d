import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findDivision } from '../../../network/index.ts'
import * as contract from '../../contract.ts'
import { type Asked, findHeads, findLines, holdAssessment, holdLines, type KeptHead, type KeptLine, moveLines } from './assessment-rows.ts'

interface AskedVersion extends Asked {
  readonly version: number
}

const where = async ({ place }: AskedVersion, { tx }: Pick<ActionContext, 'tx'>) => (await findDivision(tx, place))?.code

/** The version asked for, held until the end of the transaction, with those before it. */
async function holdVersion({ tx }: ActionContext, asked: AskedVersion): Promise<{ head: KeptHead | undefined; heads: KeptHead[] }> {
  await holdAssessment(tx, asked)
  const heads = await findHeads(tx, asked)
  return { head: heads.find(({ version }) => version === asked.version), heads }
}

export const publishAssessment = action(contract.publishAssessment, {
  grant: 'assessment.do',
  where,
  refusals: { 'nothing-there': 409, 'wrong-state': 409, 'own-draft': 409 },
  async run(context, asked) {
    const { tx, actor, now, today, note } = context
    const { head } = await holdVersion(context, asked)
    if (!head) return refuse({ code: 'nothing-there' })
    if (head.state !== 'draft') return refuse({ code: 'wrong-state', state: head.state })
    if (head.drawnBy === actor.accountId) return refuse({ code: 'own-draft' })
    const objectionsTo = addDays(today, head.rule.objectionDays)
    await tx.query(
      `update indicators.assessments set state = 'published', published_at = $6, published_by = $7, objections_to = $8
        where bureau_code = $1 and unit_code = $2 and scheme = $3 and year = $4 and version = $5`,
      [bureauOf(asked.place), asked.place, asked.scheme, asked.year, asked.version, now, actor.accountId, objectionsTo],
    )
    await moveLines(tx, asked, { state: 'published', objectionsTo })
    note({ ...asked, objectionsTo })
    return ok({ version: asked.version, state: 'published' as const, objectionsTo })
  },
})

/** How many objections wait, and whether one was upheld: then the assessment is drawn up anew. */
async function countObjections({ tx }: ActionContext, { place, scheme, year, version }: AskedVersion) {
  const { rows } = await tx.query<{ open: number; upheld: number }>(
    `select count(*) filter (where is_upheld is null)::int as open, count(*) filter (where is_upheld)::int as upheld
       from indicators.assessment_objections where assessor_code = $1 and scheme = $2 and year = $3 and version = $4`,
    [place, scheme, year, version],
  )
  return rows[0] ?? { open: 0, upheld: 0 }
}

/** The tiers as facts word them. */
const BANDS = { 1: 'firstTier', 2: 'secondTier', 3: 'thirdTier' } as const

/**
 * `place.assessed` (处), by scheme and tier, on the last day of the year: so streaks and briefs come from it as other figures do.
 * What an earlier lock of the year said is taken back.
 */
function tell(context: ActionContext, { scheme, year }: Asked, lines: { now: readonly KeptLine[]; before: readonly KeptLine[] }): void {
  const on = `${year}-12-31` as PlainDate
  const say = ({ code, tier }: KeptLine, quantity: number): void => {
    if (tier === null) return
    context.fact({ kind: 'place.assessed', unitCode: code as string as UnitCode, on, quantity, dimensions: { scheme, band: BANDS[tier] } })
  }
  for (const line of lines.before) say(line, -1)
  for (const line of lines.now) say(line, 1)
}

export const lockAssessment = action(contract.lockAssessment, {
  grant: 'assessment.do',
  where,
  refusals: {
    'nothing-there': 409,
    'wrong-state': 409,
    'still-open': 409,
    'objections-open': 409,
    'objection-upheld': 409,
    'own-draft': 409,
  },
  async run(context, asked) {
    const { tx, actor, now, today, note } = context
    const { head, heads } = await holdVersion(context, asked)
    if (!head) return refuse({ code: 'nothing-there' })
    if (head.state !== 'published' || head.objectionsTo === null) return refuse({ code: 'wrong-state', state: head.state })
    if (head.drawnBy === actor.accountId) return refuse({ code: 'own-draft' })
    if (today <= head.objectionsTo) return refuse({ code: 'still-open', until: head.objectionsTo })
    await holdLines(tx, asked, { assessor: asked.place })
    const { open, upheld } = await countObjections(context, asked)
    if (open > 0) return refuse({ code: 'objections-open', count: open })
    if (upheld > 0) return refuse({ code: 'objection-upheld' })
    await tx.query(
      `update indicators.assessments set state = 'locked', locked_at = $6, locked_by = $7
        where bureau_code = $1 and unit_code = $2 and scheme = $3 and year = $4 and version = $5`,
      [bureauOf(asked.place), asked.place, asked.scheme, asked.year, asked.version, now, actor.accountId],
    )
    await moveLines(tx, asked, { state: 'locked' })
    const before = heads.findLast(({ state, version }) => state === 'locked' && version < asked.version)
    const lines = await findLines(tx, asked, asked.version)
    tell(context, asked, { now: lines, before: before ? await findLines(tx, asked, before.version) : [] })
    note({ ...asked, places: lines.length })
    return ok({ version: asked.version, state: 'locked' as const })
  },
})
