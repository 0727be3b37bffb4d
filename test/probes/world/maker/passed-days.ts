import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'

/** Lets days pass that nobody can wait for. */
export const passedDaysOn = ({ database }: Grounds): Pick<DeskMaker, 'endObjections' | 'closeWindow'> => ({
  endObjections: async (place, year) => {
    const values = [place, year, '2020-01-01']
    await database.ownerPool.query('update indicators.assessments set objections_to = $3 where unit_code = $1 and year = $2', values)
  },
  closeWindow: async (cohortId) => {
    await database.ownerPool.query(
      `update placement.cohorts set published_on = published_on - 400, window_closes_on = current_date - 30 where id = $1`,
      [cohortId],
    )
  },
})
