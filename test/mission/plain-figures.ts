import type { Asked } from './figures.ts'
import { different, done, firstOwnDay, greatest, monthsWith, type Plain, since, standing, type Where, yearsRunning } from './plain-loops.ts'
import { WHOLE_PLAIN_FIGURES } from './plain-whole-figures.ts'

const months = ({ from, to }: Asked): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1

const weeks = ({ from, to }: Asked): number => ((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1) / 7

const ALL_FIVE: Where = { organised: 'yes', posts: 'yes', staff: 'yes', funds: 'yes', safeguards: 'yes' }

/** Each open unit had its Five Haves at first, so that those are the units. */
const coverage: Plain = (records, asked, atFirst) =>
  (100 * standing('fiveHaves', ALL_FIVE)(records, asked, atFirst)) / standing('fiveHaves', ALL_FIVE)(atFirst, asked, atFirst)

const GARRISON: Where = { to: ['garrison', 'fire'] }

/** The figures of documents 002 and 004 that come of records of work. */
const PLAIN_FIGURES: Readonly<Record<string, Plain>> = {
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

/** Figures that come of other modules or of settings: no record of work that goes may move them. */
export const UNMOVED: ReadonlySet<string> = new Set([
  ...['placementPostsOffered', 'networkTiers', 'serviceUnits', 'staff', 'networkYears', 'modelDueShare', 'nationalModelUnits'],
  ...['threeStarShare', 'redShowcaseUnits', 'highQualityCentres', 'highQualityStations', 'middleBandModelUnits', 'middleBandModelShare'],
  ...['bandMiddleFrom', 'bandMiddleBelow', 'bandLargeFrom', 'deliveryKinds', 'visitTurnouts'],
])

const ALL = { ...PLAIN_FIGURES, ...WHOLE_PLAIN_FIGURES }

/** The plain figure of what is asked; undefined where the tables have none. */
export const plainOf = ({ code, word }: Asked): Plain | undefined => ALL[word === undefined ? code : `${code} ${word}`]
