import { diceOf } from '../../dice.ts'
import { openAwards } from '../awards.ts'
import { dayWithin, placesAt } from '../ground.ts'
import type { ScenarioGround, ScenarioPlace } from '../scenario.ts'
import { spacedOf } from '../shares.ts'
import type { Served } from './bands.ts'

/** The two of the national showcase (document 001): 渝中区上清寺街道 and 沙坪坝区土主街道. */
const SHOWN = ['500103005000', '500106021000']

/** Titles of units: the first wave by autumn 2021, the stations of the middle band afterwards, and what was chosen from among them. */
export function writeTitles(ground: ScenarioGround, served: readonly Served[]): void {
  const award = openAwards(ground)
  const give = (scheme: string, units: readonly ScenarioPlace[], from: string, to: string): void => {
    for (const unit of units) award({ unit, scheme, on: dayWithin(diceOf(scheme, unit.code), from, to) })
  }
  const [counties, townships] = [placesAt(ground, 'county'), placesAt(ground, 'township')]
  const villagesOf = (band: Served['band']): ScenarioPlace[] => served.flatMap((one) => (one.band === band ? [one.place] : []))
  give('nationalModel', [...counties, ...townships, ...villagesOf('large')], '2021-07-05', '2021-12-24')
  give('nationalModel', villagesOf('middle'), '2022-07-05', '2023-12-22')
  give('highQuality', spacedOf(counties, 5), '2022-09-06', '2023-11-30')
  give('highQualityStation', spacedOf(townships, 41), '2022-09-06', '2023-11-30')
  const shown = townships.filter(({ code }) => SHOWN.includes(code))
  const others = townships.filter(({ code }) => !SHOWN.includes(code))
  give('redShowcase', [...shown, ...spacedOf(others, 48 - shown.length)], '2021-07-05', '2022-04-28')
  for (const { code } of shown) ground.work({ kind: 'modelUnit', unitCode: code, on: '2021-09-28', values: { scheme: 'hundredStations' } })
}
