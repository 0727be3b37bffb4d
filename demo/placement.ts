import { readFileSync } from 'node:fs'
import { addDays, addMonths, type PlainDate } from '../src/kernel/plain-date.ts'
import { usccCheckCharacter } from '../src/kernel/uscc.ts'
import { repositoryPath } from '../src/platform/config/repository-path.ts'
import type { Tx } from '../src/platform/database/tx.ts'
import { actorOf, type Desk, deskOn, FACTS, type Given, halfYearOf, walk, YUBEI } from './placement-desk.ts'
import { DEMO_EMPLOYERS } from './placement-posts.ts'
import { loadTwoWay } from './two-way.ts'

/** Twenty who have been ranked and wait for their round, and some who are still on the way. */
const RANKED = 20
const ON_THE_WAY = 6

/** Who takes part in the two-way selection of the season before. */
const CHOOSING = 8

/** Men and women of the right age, the same ones everywhere; of 凤鸣路社区 罗凯 and 冉小兵, who have their telephones at hand. */
async function listPeople(tx: Tx, today: PlainDate): Promise<{ ranked: string[]; onTheWay: string[]; choosing: string[] }> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from registry.people where bureau_code = left($1, 6) and status = 'active' and born_on between $2 and $3 and sex = 'male' and name <> '冉小兵'
      order by id limit $4`,
    [YUBEI, addMonths(today, -12 * 46), addMonths(today, -12 * 34), RANKED + ON_THE_WAY - 1 + CHOOSING - 1],
  )
  const luo = await tx.query<{ id: string }>(
    "select id from registry.people where unit_code = '500112017005' and status = 'active' and name = '罗凯' order by id limit 1",
  )
  const ran = await tx.query<{ id: string }>(
    "select id from registry.people where unit_code = '500112017005' and status = 'active' and name = '冉小兵' order by id limit 1",
  )
  const [ids, last] = [rows.map(({ id }) => id), RANKED + ON_THE_WAY - 1]
  return {
    ranked: ids.slice(0, RANKED),
    onTheWay: [...ids.slice(RANKED, last), ...luo.rows.map(({ id }) => id)],
    choosing: [...ran.rows.map(({ id }) => id), ...ids.slice(last)],
  }
}

async function enterScheme({ officer, approver, today }: { officer: Desk; approver: Desk; today: PlainDate }): Promise<void> {
  const shipped = JSON.parse(readFileSync(repositoryPath('data', 'placement', 'scheme-2018.json'), 'utf8')) as object
  const scheme = {
    ...shipped,
    version: '演示',
    title: '服现役表现量化评分表（演示：分值沿用 2018 年，未核实）',
    leavingFrom: '2022-12-01',
    leavingTo: null,
  }
  const { id } = await officer(addDays(today, -90), 'scheme.enter', 'scheme', { unitCode: YUBEI, scheme })
  await approver(addDays(today, -88), 'scheme.approve', 'scheme.approve', { id })
}

async function rankCohort(desks: { officer: Desk; approver: Desk }, given: Given, people: readonly string[]): Promise<void> {
  const { officer, approver } = desks
  const { today } = given
  const about = { unitCode: YUBEI, ...halfYearOf(today), group: 'nco' }
  const { id } = await officer(addDays(today, -72), 'cohort.open', 'cohort.nco', about)
  const cohortId = String(id)
  const leavingOn = addDays(today, -80)
  for (const [at, personId] of people.entries()) {
    const label = `nco.${at}`
    const { candidateId, steps, sheetId } = await walk({ officer, today, cohortId, leavingOn }, { personId, at, label, far: 4 })
    await officer(addDays(today, -25), 'candidate.confirm', `${label}.confirm`, { candidateId, steps, sheetId })
  }
  await approver(addDays(today, -70), 'cohort.declareTies', 'ties.nco', { cohortId, rule: ['serviceDays', 'rewardPoints', 'bornOn'] })
  await approver(addDays(today, -12), 'cohort.publish', 'publish.nco', { cohortId, closesOn: addDays(today, -4) })
  await approver(addDays(today, -2), 'cohort.rank', 'rank.nco', { cohortId })
}

/** Each a step further than the one before; the last has been scored and may confirm on the telephone. */
async function walkSome(desks: { officer: Desk }, given: Given, people: readonly string[]): Promise<void> {
  const { officer } = desks
  const { today } = given
  const { id } = await officer(addDays(today, -71), 'cohort.open', 'cohort.conscript', {
    unitCode: YUBEI,
    ...halfYearOf(today),
    group: 'conscript',
  })
  for (const [at, personId] of people.entries()) {
    const label = `conscript.${at}`
    const isLast = at === people.length - 1
    const about = { officer: meritOf(officer), today, cohortId: String(id), leavingOn: addDays(today, -80) }
    await walk(about, { personId, at, label, far: isLast ? 4 : Math.min(at, 3) })
  }
}

/** Conscripts are given work by what they won: second-class merit. They served for five years at most. */
const meritOf =
  (officer: Desk): Desk =>
  (on, name, label, input) => {
    if (name === 'candidate.decide')
      return officer(on, name, label, { facts: { ...FACTS, merit: true, serviceYears: 5, ncoYears: 0 }, ...short(input, ['facts']) })
    if (name !== 'candidate.score') return officer(on, name, label, input)
    const claims = [{ item: 'reward.peacetime.secondClassMerit', quantity: 1, evidence: '二等功证书' }]
    return officer(on, name, label, { ...input, enlistedOn: addMonths(on, -12 * 5 - 2), claims })
  }

const short = (input: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(input).filter(([key]) => !keys.includes(key)))

async function enterPosts({ officer, approver }: { officer: Desk; approver: Desk }, { today }: Given): Promise<void> {
  const on = addDays(today, -50)
  const employerIds: string[] = []
  for (const [at, { name, kind, establishment, titles, pay }] of DEMO_EMPLOYERS.entries()) {
    const first = `91990112MA${String(at + 1).padStart(7, '0')}`
    const uscc = first + usccCheckCharacter(first)
    const { id } = await officer(on, 'employer.register', `employer.${at}`, { unitCode: YUBEI, uscc, name, kind })
    employerIds.push(String(id))
    for (const [which, title] of titles.entries()) {
      const label = `post.${at}.${which}`
      const about = { employerId: id, ...halfYearOf(today), title, establishment, seats: 1, placeCode: YUBEI }
      const money = { payLowFen: String(pay * 100), payHighFen: String((pay + 1200) * 100) }
      const { id: postId } = await officer(addDays(on, 5), 'post.enter', label, {
        ...about,
        ...money,
        requirements: { words: '身体健康，能胜任本岗位' },
      })
      await approver(addDays(on, 8), 'post.settle', `${label}.settle`, { postId, to: 'confirmed' })
    }
  }
  const year = halfYearOf(today).year
  const survey = { unitCode: YUBEI, year, title: `${year} 年岗位摸排`, dueOn: addDays(on, 20), employerIds }
  const { id: surveyId } = await officer(on, 'survey.open', 'survey', survey)
  for (const [at, employerId] of employerIds.slice(0, -1).entries())
    await officer(addDays(on, 4), 'survey.answer', `survey.${at}`, { surveyId, employerId, seats: DEMO_EMPLOYERS[at]?.titles.length ?? 0 })
}

/** One cohort that waits for its round, one on the way and one that chooses, with their posts, in 渝北区. Where too few people have been loaded, fewer or none. */
export async function loadPlacement(given: Given): Promise<void> {
  const [officer, approver] = [
    await actorOf(given.tx, 'jiang.wenbo', 'countyOfficer'),
    await actorOf(given.tx, 'xiao.limin', 'countyApprover'),
  ]
  if (!officer || !approver) return
  const desks = { officer: deskOn(given, officer), approver: deskOn(given, approver) }
  const people = await listPeople(given.tx, given.today)
  if (people.ranked.length < RANKED) return
  await enterScheme({ ...desks, today: given.today })
  await rankCohort(desks, given, people.ranked)
  await walkSome(desks, given, people.onTheWay)
  await enterPosts(desks, given)
  if (people.choosing.length === CHOOSING) await loadTwoWay(given, { ...desks, people: people.choosing })
}
