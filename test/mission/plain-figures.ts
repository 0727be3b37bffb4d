import { isWithin, rangeOf } from '../../src/kernel/region-code.ts'
import type { Asked } from './figures.ts'
import type { PlainRecord } from './plain-records.ts'

/**
 * What a figure must be, by plain loops over the records that are left: knows nothing of facts, indicators or cells, so
 * that it can tell which figures depend on a record, and by how much. `atFirst` are the records before any was taken back.
 */
type Plain = (records: readonly PlainRecord[], asked: Asked, atFirst: readonly PlainRecord[]) => number

/** Answers that a record must bear; a list is any of them. */
type Where = Readonly<Record<string, string | readonly string[]>>

const numberOf = ({ values }: PlainRecord, field: string): number => Number(values[field] ?? '0')

const fits = ({ values }: PlainRecord, where: Where): boolean =>
  Object.entries(where).every(([field, wanted]) => [wanted].flat().includes(values[field] ?? ''))

const isIn = ({ on, unitCode }: PlainRecord, { from, to, place }: Asked): boolean =>
  on >= from && on <= to && isWithin(unitCode, rangeOf(place))

const stands = (record: PlainRecord, asked: Asked): boolean =>
  isIn(record, { ...asked, from: '0001-01-01' as Asked['from'] }) && (record.until === null || record.until > asked.to)

const total = (records: readonly PlainRecord[], field: string | undefined): number =>
  records.reduce((sum, record) => sum + (field === undefined ? 1 : numberOf(record, field)), 0)

/** Records of the period, counted, or a number of theirs added up. */
const done =
  (kind: string, where: Where = {}, field?: string): Plain =>
  (records, asked) =>
    total(
      records.filter((record) => record.kind === kind && isIn(record, asked) && fits(record, where)),
      field,
    )

/** Records that stand on the last day, counted, or a number of theirs added up. */
const standing =
  (kind: string, where: Where = {}, field?: string): Plain =>
  (records, asked) =>
    total(
      records.filter((record) => record.kind === kind && stands(record, asked) && fits(record, where)),
      field,
    )

const months = ({ from, to }: Asked): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1

const weeks = ({ from, to }: Asked): number => ((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1) / 7

/** How many different answers a choice got. */
const different =
  (kind: string, field: string): Plain =>
  (records, asked) =>
    new Set(records.filter((record) => record.kind === kind && isIn(record, asked)).map(({ values }) => values[field])).size

const monthsWith =
  (kind: string): Plain =>
  (records, asked) =>
    new Set(records.filter((record) => record.kind === kind && isIn(record, asked)).map(({ on }) => on.slice(0, 7))).size

/** Days on which a kind was recorded up to the last day, the first first; of the very place where `own`. */
const daysOf = (records: readonly PlainRecord[], kind: string, asked: Asked): string[] =>
  records
    .filter((record) => record.kind === kind && record.on <= asked.to && isWithin(record.unitCode, rangeOf(asked.place)))
    .map(({ on }) => on)
    .toSorted()

/** The first year of a kind. */
const since =
  (kind: string): Plain =>
  (records, asked) =>
    Number(daysOf(records, kind, asked)[0]?.slice(0, 4) ?? Number.NaN)

/** The day on which the place itself first recorded a kind, as 20190130. */
const firstOwnDay =
  (kind: string): Plain =>
  (records, asked) => {
    const own = records.filter(({ unitCode }) => unitCode === asked.place)
    return Number(daysOf(own, kind, asked)[0]?.replaceAll('-', '') ?? Number.NaN)
  }

const greatest =
  (kind: string, where: Where, field: string): Plain =>
  (records, asked) => {
    const found = records.filter((record) => record.kind === kind && isIn(record, asked) && fits(record, where))
    return found.length === 0 ? Number.NaN : Math.max(...found.map((record) => numberOf(record, field)))
  }

/** Years with such a record without a gap, up to the last of the period, which itself may still be without. */
const yearsRunning =
  (kind: string, where: Where): Plain =>
  (records, asked) => {
    const years = new Set(
      daysOf(
        records.filter((record) => fits(record, where)),
        kind,
        asked,
      ).map((on) => Number(on.slice(0, 4))),
    )
    const last = Number(asked.to.slice(0, 4))
    const from = years.has(last) ? last : last - 1
    let running = 0
    while (years.has(from - running)) running += 1
    return running
  }

const ALL_FIVE: Where = { organised: 'yes', posts: 'yes', staff: 'yes', funds: 'yes', safeguards: 'yes' }

/** Each open unit had its Five Haves at first, so that those are the units. */
const coverage: Plain = (records, asked, atFirst) =>
  (100 * standing('fiveHaves', ALL_FIVE)(records, asked, atFirst)) / standing('fiveHaves', ALL_FIVE)(atFirst, asked, atFirst)

const GARRISON: Where = { to: ['garrison', 'fire'] }

/** The figures of documents 002 and 004 that come of records of work. */
export const PLAIN_FIGURES: Readonly<Record<string, Plain>> = {
  wPartyGroupMeetings: done('meeting', { type: 'partyGroup' }),
  wCentreGroupMeetings: done('meeting', { type: 'centreGroup' }),
  wBranchMeetings: done('meeting', { type: 'branch' }),
  wStaffMeetings: done('meeting', { type: 'staff' }),
  wStudy: done('study'),
  wTeam: standing('team'),
  wTeamMembers: standing('team', {}, 'members'),
  wVolunteerActivity: done('volunteerActivity'),
  paidClasses: different('fundsPaid', 'class'),
  wFundsPaidAmount: done('fundsPaid', {}, 'amount'),
  fundApplicants: done('aid', { fund: 'district', stage: 'applied' }, 'people'),
  fundApplied: done('aid', { fund: 'district', stage: 'applied' }, 'amount'),
  dutyDaysAWeek: (records, asked, atFirst) => done('dutyDay', {}, 'days')(records, asked, atFirst) / weeks(asked),
  troopVisitsGarrison: done('troopVisit', GARRISON, 'times'),
  troopGoodsGarrison: done('troopVisit', GARRISON, 'value'),
  wMemorialSite: standing('memorialSite'),
  patrolRoundsAMonth: (records, asked, atFirst) => monthsWith('patrol')(records, asked, atFirst) / months(asked),
  wPatrol: done('patrol'),
  jobPushes: done('push', { topic: 'jobs' }, 'times'),
  jobsPushed: done('push', { topic: 'jobs' }, 'jobs'),
  resumesCollected: done('push', { topic: 'jobs' }, 'resumes'),
  'wJobFairEmployers spring': done('jobFair', { form: 'spring' }, 'employers'),
  'wJobFairTrades spring': done('jobFair', { form: 'spring' }, 'trades'),
  'wJobFairJobs spring': done('jobFair', { form: 'spring' }, 'jobs'),
  'wEnterpriseAidAmount loan': done('enterpriseAid', { type: 'loan' }, 'amount'),
  wMeritNewsTimes: done('meritNews', {}, 'times'),
  'wMerchant yongjunbao': standing('merchant', { app: 'yongjunbao' }),
  wTeacherPostPosts: done('teacherPost', {}, 'posts'),
  wSoldierSecretaries: standing('postHolding', { role: 'secretary' }),
  wSoldierCommittee: standing('postHolding', { role: 'committee' }),
  'wSelectionNominated topTen': done('selection', { title: 'topTen' }, 'nominated'),
  bureauFoundedOn: firstOwnDay('bureauFounded'),
  topTenEdition: greatest('selection', { title: 'topTen' }, 'edition'),
  wJourneysOut: done('memorialJourney', { scope: 'outside' }, 'people'),
  'wMethodItem fourPrecisions': standing('methodItem', { method: 'fourPrecisions' }),
  'wMethodItem oneCentreFour': standing('methodItem', { method: 'oneCentreFour' }),
  'wPark park': standing('park', { type: 'park' }),
  fiveHavesCoverage: coverage,
  pathwayStages: different('pathway', 'stage'),
  trainingSince: since('course'),
  contestSince: since('contest'),
  'wFund foundation': standing('fund', { type: 'foundation' }),
  firstTierYears: yearsRunning('assessed', { subject: 'placement', band: 'first' }),
}

/** Figures that come of other modules: no record of work that goes may move them. */
export const UNMOVED: ReadonlySet<string> = new Set(['placementPostsOffered', 'networkTiers'])

/** The plain figure of what is asked; undefined where the table has none. */
export const plainOf = ({ code, word }: Asked): Plain | undefined => PLAIN_FIGURES[word === undefined ? code : `${code} ${word}`]
