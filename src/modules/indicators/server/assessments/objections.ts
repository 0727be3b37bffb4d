import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type RegionCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { findDivision } from '../../../network/index.ts'
import type { SeenAssessment } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { type Asked, findOwnLine, holdLines } from './assessment-rows.ts'

interface KeptObjection {
  readonly raised_by: string
  readonly is_upheld: boolean | null
}

export const objectToAssessment = action(contract.objectToAssessment, {
  grant: 'closing.confirm',
  where: async ({ place }, { tx }) => (await findDivision(tx, place))?.code,
  refusals: { 'nothing-there': 409, 'wrong-state': 409, 'too-late': 409, 'already-objected': 409 },
  async run({ tx, actor, actionId, now, today, note }, { words, ...asked }) {
    const { place, scheme, year, version } = asked
    await holdLines(tx, asked, { place })
    const line = await findOwnLine(tx, asked)
    if (!line || line.version !== version) return refuse({ code: 'nothing-there' })
    const until = line.objectionsTo as PlainDate
    if (line.state !== 'published') return refuse({ code: 'wrong-state', state: line.state })
    if (today > until) return refuse({ code: 'too-late', until })
    const { rowCount } = await tx.query(
      `insert into indicators.assessment_objections (bureau_code, id, unit_code, scheme, year, version, assessor_code, words, raised_at, raised_by)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
        where not exists (select from indicators.assessment_objections
                           where bureau_code = $1 and unit_code = $3 and scheme = $4 and year = $5 and version = $6 and is_upheld is null)`,
      [bureauOf(place), actionId, place, scheme, year, version, line.assessor, words, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'already-objected' })
    note({ place, scheme, year, version })
    return ok({ objectionId: actionId })
  },
})

export const answerObjection = action(contract.answerObjection, {
  grant: 'assessment.do',
  where: async ({ place }, { tx }) => (await findDivision(tx, place))?.code,
  refusals: { 'nothing-there': 409, 'already-answered': 409, 'own-objection': 409, 'not-from-above': 409 },
  async run({ tx, actor, now, note }, { place, objectionId, isUpheld, words }) {
    if (actor.unitCode.slice(0, 12) === place) return refuse({ code: 'not-from-above' })
    const { rows } = await tx.query<KeptObjection>(
      'select raised_by, is_upheld from indicators.assessment_objections where bureau_code = $1 and id = $2 and unit_code = $3 for update',
      [bureauOf(place), objectionId, place],
    )
    const [kept] = rows
    if (!kept) return refuse({ code: 'nothing-there' })
    if (kept.is_upheld !== null) return refuse({ code: 'already-answered' })
    if (kept.raised_by === actor.accountId) return refuse({ code: 'own-objection' })
    await tx.query(
      `update indicators.assessment_objections set is_upheld = $3, answer = $4, answered_at = $5, answered_by = $6 where bureau_code = $1 and id = $2`,
      [bureauOf(place), objectionId, isUpheld, words, now, actor.accountId],
    )
    note({ place, objectionId, isUpheld })
    return ok({ objectionId, isUpheld })
  },
})

/** Objections of the places below in a version, and those of the place itself: the newest last. */
export async function findObjections(
  tx: Tx,
  { place, scheme, year }: Asked & { place: RegionCode },
): Promise<SeenAssessment['objections']> {
  const { rows } = await tx.query<SeenAssessment['objections'][number]>(
    `select id, unit_code as place, version, words, is_upheld as "isUpheld", answer,
            to_char(raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "raisedAt"
       from indicators.assessment_objections
      where (assessor_code = $1 or unit_code = $1) and scheme = $2 and year = $3 order by raised_at, id`,
    [place, scheme, year],
  )
  return rows
}
