import { uuidv7 } from 'uuidv7'
import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'
import { stationOf } from '../places.ts'
import { insertCandidate, insertCohort, insertPost } from './ranked-rows.ts'
import type { Own, Ranked } from './round-made.ts'

type Rank = (county: string, own?: Own) => Promise<Ranked>

/** What the score room leaves behind: two people of a station ranked, and two posts for them. */
export function rankingOn({ database }: Pick<Grounds, 'database'>, desk: Pick<DeskMaker, 'person' | 'remember' | 'rememberOwn'>): Rank {
  const pool = database.ownerPool
  // Downwards: the generators of cohorts open theirs from 2001 upwards, and each is there once.
  let year = 2101

  return async (county, own) => {
    const station = stationOf(county)
    const [cohortId, postIds, candidateIds] = [uuidv7(), [uuidv7(), uuidv7()], [uuidv7(), uuidv7()]]
    year -= 1
    const cohort = { county, cohortId, year }
    await insertCohort(pool, cohort)
    for (const [at, id] of candidateIds.entries()) {
      const me = at === 0 ? own : undefined
      const [personId, unit] = me ? [me.personId, me.at] : [(await desk.person(station)).id, station]
      await insertCandidate(pool, { ...cohort, id, unit, personId, number: at + 1, points: 9000 - at * 1000 })
      if (me) desk.rememberOwn(id, unit, personId)
      else desk.remember(id, station)
    }
    for (const id of postIds) {
      await insertPost(pool, county, id)
      desk.remember(id, county)
    }
    desk.remember(cohortId, county)
    return { county, cohortId, postIds, candidateIds }
  }
}
