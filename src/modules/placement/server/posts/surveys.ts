import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { isBureau } from './post-actions.ts'

export const openSurvey = action(contract.openSurvey, {
  grant: 'placement.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'day-gone': 422, 'unknown-employer': 422, 'not-a-bureau': 422 },
  async run({ tx, actor, now, today, actionId, note }, { unitCode, year, title, dueOn, employerIds }) {
    if (!isBureau(unitCode)) return refuse({ code: 'not-a-bureau' })
    if (dueOn < today) return refuse({ code: 'day-gone', today })
    const asked = [...new Set(employerIds)]
    await tx.query(
      `insert into placement.surveys (bureau_code, id, unit_code, year, title, due_on, opened_on, opened_at, opened_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [bureauOf(unitCode), actionId, unitCode, year, title, dueOn, today, now, actor.accountId],
    )
    const { rowCount } = await tx.query(
      `insert into placement.survey_answers (bureau_code, survey_id, employer_id, unit_code, asked_on)
       select bureau_code, $2, id, unit_code, $4 from placement.employers where bureau_code = $1 and unit_code = $3 and id = any($5::uuid[])`,
      [bureauOf(unitCode), actionId, unitCode, today, asked],
    )
    if (rowCount !== asked.length) return refuse({ code: 'unknown-employer' })
    note({ survey: actionId, asked: asked.length })
    return ok({ id: actionId, asked: asked.length })
  },
})

export const answerSurvey = action(contract.answerSurvey, {
  grant: 'placement.write',
  where: async ({ surveyId }, { tx }) => {
    const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from placement.surveys where id = $1', [surveyId])
    return rows[0]?.unit_code
  },
  refusals: { 'not-asked': 422 },
  async run({ tx, actor, today, unitCode, note }, { surveyId, employerId, seats }) {
    const { rowCount } = await tx.query(
      `update placement.survey_answers set answered_on = $4, seats = $5, answered_by = $6 where bureau_code = $1 and survey_id = $2 and employer_id = $3`,
      [bureauOf(unitCode), surveyId, employerId, today, seats, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'not-asked' })
    note({ survey: surveyId, employer: employerId, seats })
    const { rows } = await tx.query<{ answered: number }>(
      'select count(*)::int as answered from placement.survey_answers where survey_id = $1 and answered_on is not null',
      [surveyId],
    )
    return ok({ answered: rows[0]?.answered ?? 0 })
  },
})

interface SurveyRow {
  id: string
  unit_code: UnitCode
  year: number
  title: string
  due_on: PlainDate
  answers: { employerId: string; employer: string; answeredOn: PlainDate | null; seats: number | null }[]
}

export const listSurveys = view(contract.listSurveys, {
  grant: 'placement.read',
  where: ({ place }) => place,
  async run({ tx, actor, today }, { place }) {
    const { lo, hi } = rangeOf(place)
    const { rows } = await tx.query<SurveyRow>(
      `select s.id, s.unit_code, s.year, s.title, s.due_on,
              (select coalesce(jsonb_agg(jsonb_build_object('employerId', e.id, 'employer', e.name, 'answeredOn', a.answered_on, 'seats', a.seats) order by e.name), '[]')
                 from placement.survey_answers a join placement.employers e on e.bureau_code = a.bureau_code and e.id = a.employer_id
                where a.bureau_code = s.bureau_code and a.survey_id = s.id) as answers
         from placement.surveys s where s.unit_code >= $1 and s.unit_code < $2 order by s.opened_at desc limit 100`,
      [lo, hi],
    )
    const isOfficer = actor.grants.has('placement.write')
    return {
      surveys: rows.map((row) => ({
        id: row.id,
        unitCode: row.unit_code,
        year: row.year,
        title: row.title,
        dueOn: row.due_on,
        isOver: today > row.due_on,
        answers: row.answers,
      })),
      can: { open: isOfficer && isBureau(place), answer: isOfficer },
    }
  },
})
