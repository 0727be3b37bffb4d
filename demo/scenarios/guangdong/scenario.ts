import type { PlainDate } from '../../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { AWARD_TABLES } from '../awards.ts'
import { CLIENT_TABLES } from '../clients.ts'
import type { Scenario } from '../scenario.ts'
import { UNIT_TABLES, writeUnitsAt } from '../unit-network.ts'
import { writeCare } from './care.ts'
import { writeEmployment } from './employment.ts'
import { placesWithUnit } from './places.ts'
import { writeTitles } from './titles.ts'
import { writeTraining } from './training.ts'
import { VISIT_TABLES, writeVisits } from './visits.ts'
import { writeVolunteers } from './volunteers.ts'

/** 39,000 full-time and part-time workers (document 003). */
const STAFF = 39_000
const BUILT_BY = '2020-06-30' as PlainDate

/** Guangdong as document 003 found it in June 2021: five tiers of units at full size, visits, assistance, employment, volunteers. */
export const guangdong: Scenario = {
  code: 'guangdong',
  documents: ['003'],
  regions: ['44'],
  office: '440000000000' as UnitCode,
  tables: [...UNIT_TABLES, ...AWARD_TABLES, ...CLIENT_TABLES, ...VISIT_TABLES],
  async write(ground) {
    const units = placesWithUnit(ground)
    await writeUnitsAt(ground, { places: units, staff: STAFF, until: BUILT_BY })
    await writeVisits(ground, units)
    await writeTitles(ground, units)
    await writeCare(ground, units)
    writeTraining(ground)
    await writeEmployment(ground, units)
    await writeVolunteers(ground)
  },
}
