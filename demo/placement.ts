import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AccountId } from '../src/kernel/id.ts'
import { addDays, addMonths, type PlainDate } from '../src/kernel/plain-date.ts'
import { rangeOf, tierOf, type UnitCode } from '../src/kernel/region-code.ts'
import { usccCheckCharacter } from '../src/kernel/uscc.ts'
import { actions } from '../src/modules/placement/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import { grantsOf, type Role } from '../src/platform/access/roles.ts'
import type { ActionContext, Fact } from '../src/platform/actions/context.ts'
import { repositoryPath } from '../src/platform/config/repository-path.ts'
import type { Tx } from '../src/platform/database/tx.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import { DEMO_EMPLOYERS } from './placement-posts.ts'

const YUBEI = '500112000000' as UnitCode

/** Twenty who have been ranked and wait for their round, and some who are still on the way. */
const RANKED = 20
const ON_THE_WAY = 6

interface Given {
  readonly tx: Tx
  readonly secrets: Secrets
  readonly today: PlainDate
}

/** The same id on every machine. */
function idOf(label: string): string {
  const hex = createHash('sha256').update(`demo.placement.${label}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function actorOf(tx: Tx, login: string, role: Role): Promise<Actor | undefined> {
  const { rows } = await tx.query<{ id: AccountId; name: string }>('select id, name from access.accounts where login = $1', [login])
  const account = rows[0]
  return (
    account && {
      accountId: account.id,
      name: account.name,
      unitCode: YUBEI,
      tier: tierOf(YUBEI),
      roles: [role],
      grants: grantsOf([role]),
      scope: rangeOf(YUBEI),
    }
  )
}

/** Facts as the action told them, each with the same id on every machine. */
async function keepFacts(tx: Tx, facts: readonly Fact[], { unitCode, label }: { unitCode: UnitCode; label: string }): Promise<void> {
  for (const [at, fact] of facts.entries()) {
    const place = fact.unitCode ?? unitCode
    await tx.query(
      `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions) values (left($2, 6), $1, $3, $2, $4, $5, $6, $7)`,
      [
        idOf(`${label}.fact.${at}`),
        place,
        fact.kind,
        fact.on,
        fact.quantity ?? 1,
        fact.personIds ?? [],
        JSON.stringify(fact.dimensions ?? {}),
      ],
    )
  }
}

/** Does actions of placement as an officer would have on a day gone by; no receipt and no leaf, as all of the demo. */
function deskOn({ tx, secrets }: Given, actor: Actor) {
  return async (on: PlainDate, name: string, label: string, input: object): Promise<Record<string, unknown>> => {
    const action = actions.find(({ contract }) => contract.name === name)
    if (!action) throw new Error(`no action ${name}`)
    const read = action.contract.input.parse(input)
    const seen = { tx, actor, secrets, today: on, now: `${on}T02:00:00.000Z` }
    const place = await action.where(read, seen)
    const told: Fact[] = []
    const silent = {
      fact: (fact: Fact) => void told.push(fact),
      note: () => undefined,
      subject: () => undefined,
      job: () => Promise.resolve(),
    }
    const context = { ...seen, ...silent, actionId: idOf(label), unitCode: place as UnitCode, files: undefined } as unknown as ActionContext
    const done = await action.run(context, read)
    if (!done.ok) throw new Error(`demo: ${name} ${label} said ${JSON.stringify(done.refusal)}`)
    await keepFacts(tx, told, { unitCode: place as UnitCode, label })
    return done.value as Record<string, unknown>
  }
}

type Desk = ReturnType<typeof deskOn>

/** Men and women of the right age, the same ones everywhere; of 凤鸣路社区 罗凯, who has his telephone at hand, comes last. */
async function listPeople(tx: Tx, today: PlainDate): Promise<{ ranked: string[]; onTheWay: string[] }> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from registry.people where bureau_code = left($1, 6) and status = 'active' and born_on between $2 and $3 and sex = 'male' order by id limit $4`,
    [YUBEI, addMonths(today, -12 * 46), addMonths(today, -12 * 34), RANKED + ON_THE_WAY - 1],
  )
  const luo = await tx.query<{ id: string }>(
    "select id from registry.people where unit_code = '500112017005' and status = 'active' and name = '罗凯' order by id limit 1",
  )
  const ids = rows.map(({ id }) => id)
  return { ranked: ids.slice(0, RANKED), onTheWay: [...ids.slice(RANKED), ...luo.rows.map(({ id }) => id)] }
}

const FACTS = {
  isMidRank: false,
  disability: null,
  lostAbilityByIllness: false,
  meetsMonthlyPay: false,
  merit: false,
  firstClassCommendation: false,
  medalOrTitle: false,
  martyrsChild: false,
  isExcluded: false,
}

const CLAIMS = [
  ['reward.peacetime.commendation', '嘉奖令'],
  ['reward.peacetime.thirdClassMerit', '三等功证书'],
  ['disability.duty.grade8', '残疾军人证'],
  ['hardship.area.class2', '艰苦边远地区津贴证明'],
] as const

/** What counts for the nth of them: no two lists alike for long, some equal in the end. */
const claimsOf = (at: number) =>
  CLAIMS.flatMap(([item, evidence], which) => {
    if ((at + which) % (which + 2) !== 0) return []
    const quantity = item.startsWith('hardship') ? 24 + (at % 4) * 6 : item.endsWith('commendation') ? 1 + (at % 4) : 1
    return [{ item, quantity, evidence }]
  })

interface Walk {
  readonly officer: Desk
  readonly today: PlainDate
  readonly cohortId: string
  readonly leavingOn: PlainDate
}

interface Walker {
  readonly personId: string
  readonly at: number
  readonly label: string
  /** How many steps: file, report, decision, score. */
  readonly far: number
}

/** Takes one person from the list to as far as they have come. @returns the candidate, their steps and their sheet */
async function walk({ officer, today, cohortId, leavingOn }: Walk, { personId, at, label, far }: Walker) {
  const added = await officer(addDays(today, -70), 'candidate.add', `${label}.add`, { cohortId, personId, leavingOn })
  const candidateId = String(added['id'])
  const years = 12 + (at % 5)
  const steps = [
    ['candidate.checkFile', -65, { receivedOn: addDays(today, -66), pages: 60 + at * 3, missing: [] }],
    ['candidate.report', -60, { reportedOn: addDays(today, -60) }],
    ['candidate.decide', -45, { facts: { ...FACTS, serviceYears: years, ncoYears: years } }],
    [
      'candidate.score',
      -30,
      { enlistedOn: addMonths(leavingOn, -12 * years - (at % 3) * 4), evidence: '入伍批准书', claims: claimsOf(at) },
    ],
  ] as const
  let [count, sheetId] = [1, '']
  for (const [name, days, input] of steps.slice(0, far)) {
    const done = await officer(addDays(today, days), name, `${label}.${name}`, { candidateId, steps: count, ...input })
    count = Number(done['steps'])
    sheetId = String(done['sheetId'] ?? '')
  }
  return { candidateId, steps: count, sheetId }
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

const halfYearOf = (day: PlainDate) => ({ year: Number(day.slice(0, 4)), season: day.slice(5) < '07-01' ? 'spring' : 'autumn' })

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

/** One cohort that waits for its round and one on the way, with their posts, in 渝北区. Where it has not been loaded, nothing. */
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
}
