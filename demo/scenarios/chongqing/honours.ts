import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { diceOf } from '../../dice.ts'
import { dayWithin, placesAt } from '../ground.ts'
import type { ScenarioGround } from '../scenario.ts'
import { spacedOf } from '../shares.ts'
import { ESTATE } from './bands.ts'

/** 6,600 and some of both documents, elected in the winter of 2020 to 2021. */
const COMMITTEES = 6634

const ROLES = ['information', 'publicity', 'mediation', 'patrol', 'danger', 'tutor', 'cleaning']

/** Awards, one record each: where the documents name a place there, else at stations spaced over the city. */
function writeAwards(ground: ScenarioGround): void {
  const give = (title: string, unitCode: UnitCode, on: string, level: 'national' | 'province'): void => {
    ground.work({ kind: 'award', unitCode, on, values: { title, level, number: 1 } })
  }
  give('advancedUnit', '500112000000' as UnitCode, '2019-07-26', 'national')
  const stations = placesAt(ground, 'township')
  for (const { code } of spacedOf(stations, 3)) give('advancedPerson', code, '2019-07-26', 'national')
  for (const { code } of spacedOf(stations.slice(7), 6)) give('hundredDirectors', code, '2021-08-01', 'national')
  give('mostBeautifulTeam', ESTATE as UnitCode, '2021-11-12', 'province')
}

/** Veterans who sit in the committees of villages and communities: a record each. */
function writeCommittees(ground: ScenarioGround): void {
  const dice = diceOf('chongqing-committees')
  for (const { code } of spacedOf(placesAt(ground, 'village'), COMMITTEES)) {
    const role = dice.isLucky(0.16) ? 'secretary' : 'committee'
    const on = dayWithin(dice, '2020-11-16', '2021-03-31')
    ground.work({ kind: 'postHolding', unitCode: code, on, values: { role, how: 'elected', committees: 'yes' } })
  }
}

/** 燕湾小区: 43 veterans, and the seven duties that they took on. */
function writeEstate(ground: ScenarioGround): void {
  for (let at = 0; at < 43; at++) {
    ground.work({ kind: 'estateMember', unitCode: ESTATE as UnitCode, on: '2020-05-18', values: { estate: '燕湾小区' } })
  }
  for (const role of ROLES) {
    ground.work({ kind: 'estateDuty', unitCode: ESTATE as UnitCode, on: '2020-06-22', values: { role, estate: '燕湾小区' } })
  }
}

export function writeHonours(ground: ScenarioGround): void {
  writeAwards(ground)
  writeCommittees(ground)
  writeEstate(ground)
}
