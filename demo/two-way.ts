import { addDays, addMonths } from '../src/kernel/plain-date.ts'
import { usccCheckCharacter } from '../src/kernel/uscc.ts'
import { actorOf, type Desk, deskOn, type Given, halfYearOf, walk, YUBEI } from './placement-desk.ts'

/** Receiving units that there are not, with what their posts ask for. */
const EMPLOYERS = [
  {
    name: '渝北区示范退役军人服务中心',
    kind: 'institution',
    establishment: 'institution',
    titles: ['就业服务岗', '档案管理岗'],
    asks: 'edu',
  },
  { name: '重庆示范水务公司', kind: 'citySoe', establishment: 'enterprise', titles: ['设备维护岗', '水质化验岗'], asks: 'wish' },
  { name: '示范物流重庆分公司', kind: 'centralSoe', establishment: 'enterprise', titles: ['驾驶岗', '调度岗'], asks: 'licence' },
] as const

const ASKED = {
  edu: { requires: [['edu.juniorCollege', 'edu.bachelor', 'edu.master']], wishes: ['spec.clerical'], words: '大专及以上' },
  wish: { requires: [], wishes: ['spec.electromechanics'], words: '' },
  licence: { requires: [['licence.A1', 'licence.A2', 'licence.B1', 'licence.B2']], wishes: [], words: '' },
} as const

/** What the nth of them can do. */
const SKILLS = [
  ['edu.juniorCollege', 'spec.driving', 'licence.B2', 'party.member'],
  ['edu.bachelor', 'spec.clerical', 'party.member'],
  ['edu.seniorHigh', 'spec.electromechanics'],
  ['edu.juniorCollege', 'spec.driving', 'licence.A2'],
] as const

interface Desks {
  readonly officer: Desk
  readonly approver: Desk
  readonly people: readonly string[]
}

/** A cohort of the season before, scored, described, published and ranked. */
async function rankedCohort({ officer, approver, people }: Desks, { today }: Given): Promise<{ cohortId: string; candidateIds: string[] }> {
  const about = { unitCode: YUBEI, ...halfYearOf(addMonths(today, -6)), group: 'nco' }
  const { id } = await officer(addDays(today, -72), 'cohort.open', 'cohort.two-way', about)
  const [cohortId, candidateIds] = [String(id), [] as string[]]
  for (const [at, personId] of people.entries()) {
    const label = `two-way.${at}`
    const walked = await walk({ officer, today, cohortId, leavingOn: addDays(today, -80) }, { personId, at: at + 3, label, far: 4 })
    const { candidateId, sheetId } = walked
    const skills = { codes: SKILLS[at % SKILLS.length], furtherPlaces: [], hardship: at % 3 }
    const { steps } = await officer(addDays(today, -28), 'candidate.describe', `${label}.describe`, {
      candidateId,
      steps: walked.steps,
      ...skills,
    })
    await officer(addDays(today, -25), 'candidate.confirm', `${label}.confirm`, { candidateId, steps: Number(steps), sheetId })
    candidateIds.push(candidateId)
  }
  await approver(addDays(today, -70), 'cohort.declareTies', 'ties.two-way', { cohortId, rule: ['serviceDays', 'bornOn'] })
  await approver(addDays(today, -14), 'cohort.publish', 'publish.two-way', { cohortId, closesOn: addDays(today, -6) })
  await approver(addDays(today, -5), 'cohort.rank', 'rank.two-way', { cohortId })
  return { cohortId, candidateIds }
}

async function enterPosts({ officer, approver }: Desks, { today }: Given): Promise<string[]> {
  const [on, postIds] = [addDays(today, -40), [] as string[]]
  for (const [at, { name, kind, establishment, titles, asks }] of EMPLOYERS.entries()) {
    const first = `91990112MB${String(at + 1).padStart(7, '0')}`
    const uscc = first + usccCheckCharacter(first)
    const { id } = await officer(on, 'employer.register', `two-way.employer.${at}`, { unitCode: YUBEI, uscc, name, kind })
    for (const [which, title] of titles.entries()) {
      const label = `two-way.post.${at}.${which}`
      const post = { employerId: id, ...halfYearOf(today), title, establishment, seats: 1, placeCode: YUBEI }
      const money = { payLowFen: '560000', payHighFen: '680000' }
      const { id: postId } = await officer(on, 'post.enter', label, { ...post, ...money, requirements: ASKED[asks] })
      await approver(addDays(on, 2), 'post.settle', `${label}.settle`, { postId, to: 'confirmed' })
      postIds.push(String(postId))
    }
  }
  return postIds
}

/**
 * A two-way selection in its window of lists: sealed, drawn and opened in the last days; two have handed in paper, 冉小兵 may
 * on the telephone.
 */
export async function loadTwoWay(given: Given, desks: Desks): Promise<void> {
  const { tx, today } = given
  const watching = await actorOf(tx, 'ji.ming', 'roundSupervisor')
  if (!watching) return
  const { officer } = desks
  const supervisor = deskOn(given, watching)
  const { cohortId, candidateIds } = await rankedCohort(desks, given)
  const postIds = await enterPosts(desks, given)
  const [sealed, drawn] = [addDays(today, -3), addDays(today, -1)]
  const { roundId } = await officer(sealed, 'round.draftTwoWay', 'two-way.round', {
    cohortId,
    postIds,
    title: '双向选择（上一批）',
    twoWay: { mostListed: 3, silentEmployer: 'by-order', listsUntil: addDays(today, 4), rankingsUntil: addDays(today, 8) },
    draw: { source: '福彩双色球（演示）', on: drawn },
  })
  await officer(sealed, 'round.commit', 'two-way.commit', { roundId })
  await officer(drawn, 'round.draw', 'two-way.draw', { roundId, value: '03 09 11 17 22 30 + 08' })
  await supervisor(drawn, 'round.confirmPresence', 'two-way.present', { roundId })
  await officer(drawn, 'round.steer', 'two-way.open', { roundId, step: { kind: 'open' } })
  const { rows } = await tx.query<{ code: string }>(
    `select r.code from placement.round_posts r join placement.posts p on p.bureau_code = r.bureau_code and p.id = r.post_id
      where r.round_id = $1 and p.employer_name = $2 order by r.code`,
    [roundId, EMPLOYERS[1].name],
  )
  for (const at of [2, 6]) {
    const list = { roundId, candidateId: candidateIds[at], posts: rows.map(({ code }) => code) }
    await officer(today, 'round.enterList', `two-way.list.${at}`, list)
  }
}
