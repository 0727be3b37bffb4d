import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { diceOf } from '../../dice.ts'
import { dayWithin, fenOf, placesAt } from '../ground.ts'
import type { ScenarioGround } from '../scenario.ts'
import { spacedOf, unevenShares } from '../shares.ts'
import { GUANGZHOU, PROVINCE, SHENZHEN } from './places.ts'

const HUIZHOU = '441300000000' as UnitCode
/** 29,000 in adaptation training and 24,000 in short and vocational courses, a class at a time; 57,000 admitted to colleges. */
const ADAPTATION = { classes: 580, people: 29_000 }
const COURSES = { classes: 480, people: 24_000 }
const COLLEGES = { records: 420, people: 57_000 }

function writeClasses(ground: ScenarioGround): void {
  const dice = diceOf('guangdong-classes')
  const counties = placesAt(ground, 'county')
  const adapted = unevenShares(dice, ADAPTATION.people, ADAPTATION.classes, 10)
  for (const [at, { code }] of spacedOf(counties, ADAPTATION.classes).entries()) {
    const values = { mode: 'adaptation', way: 'offline', people: adapted[at] ?? 10 }
    ground.work({ kind: 'course', unitCode: code, on: dayWithin(dice, '2019-09-15', '2021-05-31'), values })
  }
  const skilled = unevenShares(dice, COURSES.people, COURSES.classes, 10)
  for (const [at, { code }] of spacedOf(counties, COURSES.classes).entries()) {
    const mode = dice.pick(['skills', 'skills', 'vocational', 'academy'])
    const values = { mode, way: mode === 'academy' ? 'online' : 'offline', people: skilled[at] ?? 10 }
    ground.work({ kind: 'course', unitCode: code, on: dayWithin(dice, '2019-03-01', '2021-06-15'), values })
  }
  const admitted = unevenShares(dice, COLLEGES.people, COLLEGES.records, 20)
  for (const [at, { code }] of spacedOf(counties, COLLEGES.records).entries()) {
    const year = 2019 + (at % 2)
    const on = dayWithin(dice, `${year}-09-10`, `${year}-12-20`)
    ground.work({ kind: 'collegeAdmission', unitCode: code, on, values: { people: admitted[at] ?? 20 } })
  }
}

/** The numbers of the ten projects: their names are not in the document. */
const PROJECTS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Placement and training: ways, pilot areas, classes, admissions, and the standing plans of the province. */
export function writeTraining(ground: ScenarioGround): void {
  for (const way of ['exam', 'mutual', 'points', 'directive']) {
    ground.work({ kind: 'placementWay', unitCode: PROVINCE, on: '2019-05-20', values: { way } })
  }
  for (const unitCode of [PROVINCE, GUANGZHOU, SHENZHEN, HUIZHOU]) ground.work({ kind: 'pilotArea', unitCode, on: '2020-06-01' })
  writeClasses(ground)
  for (const number of PROJECTS) {
    ground.work({ kind: 'skillsProject', unitCode: PROVINCE, on: '2019-11-05', values: { title: `职业技能提升行动工程之${number}` } })
  }
  ground.work({
    kind: 'actionPlan',
    unitCode: PROVINCE,
    on: '2020-03-01',
    values: { title: '退役军人服务中心（站）能力提升三年行动计划', years: 3 },
  })
  ground.work({ kind: 'subsidyRate', unitCode: PROVINCE, on: '2019-08-01', values: { type: 'hiring', amount: fenOf(10_000) } })
}
