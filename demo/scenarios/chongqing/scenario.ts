import type { PlainDate } from '../../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { AWARD_TABLES } from '../awards.ts'
import { CLIENT_TABLES, writeClients } from '../clients.ts'
import type { Scenario } from '../scenario.ts'
import { UNIT_TABLES, writeUnitsAt } from '../unit-network.ts'
import { servedVillages } from './bands.ts'
import { writeCityWork } from './city-work.ts'
import { writeHonours } from './honours.ts'
import { writeTitles } from './titles.ts'
import { writeVolunteers } from './volunteers.ts'

/** The files of all clients were captured before document 001 counted their stations. */
const CAPTURED_BY = '2022-05-20' as PlainDate
/** No document says how many work in the network of the city: assumed. */
const STAFF = 21_400

/** Chongqing as documents 000 and 001 found it: four tiers of units, the clients of village stations, and the record of work. */
export const chongqing: Scenario = {
  code: 'chongqing',
  documents: ['000', '001'],
  regions: ['50'],
  office: '500000000000' as UnitCode,
  tables: [...UNIT_TABLES, ...AWARD_TABLES, ...CLIENT_TABLES],
  async write(ground) {
    const served = servedVillages(ground)
    await writeUnitsAt(ground, { places: ground.places, staff: STAFF, until: CAPTURED_BY })
    await writeClients(ground, { stations: served, until: CAPTURED_BY })
    writeTitles(ground, served)
    writeVolunteers(ground)
    writeHonours(ground)
    writeCityWork(ground)
  },
}
