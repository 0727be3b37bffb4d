import type { Asked } from './figures.ts'
import type { PlainRecord } from './plain-records.ts'

/**
 * What a figure must be, by plain loops over the records that are left: knows nothing of facts, indicators or cells, so
 * that it can tell which figures depend on a record, and by how much.
 */
type Plain = (records: readonly PlainRecord[], asked: Asked) => number

/** Answers that a record must bear; a list is any of them. */
type Where = Readonly<Record<string, string | readonly string[]>>

const numberOf = ({ values }: PlainRecord, field: string): number => Number(values[field] ?? '0')

const fits = ({ values }: PlainRecord, where: Where): boolean =>
  Object.entries(where).every(([field, wanted]) => [wanted].flat().includes(values[field] ?? ''))

const isIn = ({ on, unitCode }: PlainRecord, { from, to, place }: Asked): boolean =>
  on >= from && on <= to && unitCode.startsWith(place.replace(/(00){1,5}$|000000$/, ''))

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

const GARRISON: Where = { to: ['garrison', 'fire'] }

/** The figures of document 002 that come of records of work. */
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
  dutyDaysAWeek: (records, asked) => done('dutyDay', {}, 'days')(records, asked) / weeks(asked),
  troopVisitsGarrison: done('troopVisit', GARRISON, 'times'),
  troopGoodsGarrison: done('troopVisit', GARRISON, 'value'),
  wMemorialSite: standing('memorialSite'),
  patrolRoundsAMonth: (records, asked) => monthsWith('patrol')(records, asked) / months(asked),
  wPatrol: done('patrol'),
  jobPushes: done('push', { topic: 'jobs' }, 'times'),
  jobsPushed: done('push', { topic: 'jobs' }, 'jobs'),
  resumesCollected: done('push', {}, 'resumes'),
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
  wJourneysOut: done('memorialJourney', { scope: 'outside' }, 'people'),
}

/** The plain figure of what is asked; undefined where the table has none. */
export const plainOf = ({ code, word }: Asked): Plain | undefined => PLAIN_FIGURES[word === undefined ? code : `${code} ${word}`]
