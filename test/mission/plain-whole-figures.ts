import { differentStanding, done, greatest, greatestStanding, type Plain, placesWith, standing, yearsRunning } from './plain-loops.ts'

const CARE = ['care', 'foundation'] as const

const careFundPlaces = placesWith('fund', { where: { type: CARE }, tiers: ['province', 'city', 'county'] })

/** Each place that is due had its fund at first, so that those are the places due. */
const careFundCoverage: Plain = (records, asked, atFirst) =>
  (100 * careFundPlaces(records, asked, atFirst)) / careFundPlaces(atFirst, asked, atFirst)

/** The figures of documents 000, 001 and 003 that come of records of work. */
export const WHOLE_PLAIN_FIGURES: Readonly<Record<string, Plain>> = {
  wTradeCatalogueTrades: standing('tradeCatalogue', {}, 'trades'),
  'wJobFairJobs stream': done('jobFair', { form: 'stream' }, 'jobs'),
  careFundCoverage,
  raisedStandardYears: yearsRunning('standardRaised', {}),
  wTwoCommittees: standing('postHolding', { committees: 'yes' }),
  stationArea: standing('serviceRoom', {}, 'area'),
  hundredStations: standing('modelUnit', { scheme: 'hundredStations' }),
  'wAwardNumber advancedUnit': done('award', { title: 'advancedUnit' }, 'number'),
  'wAwardNumber advancedPerson': done('award', { title: 'advancedPerson' }, 'number'),
  'wAwardNumber hundredDirectors': done('award', { title: 'hundredDirectors' }, 'number'),
  'wAwardNumber mostBeautifulTeam': done('award', { title: 'mostBeautifulTeam' }, 'number'),
  'wAwardNumber bestOrganisation': done('award', { title: 'bestOrganisation' }, 'number'),
  wEstateMember: standing('estateMember'),
  estateRoles: differentStanding('estateDuty', 'role'),
  wTurnoutPeople: done('turnout', {}, 'people'),
  'wTurnoutPeople epidemic': done('turnout', { event: 'epidemic' }, 'people'),
  'wTurnoutKapok epidemic': done('turnout', { event: 'epidemic' }, 'kapok'),
  actionPlanLength: greatestStanding('actionPlan', {}, 'years'),
  wAidPeople: done('aid', {}, 'people'),
  wAidAmount: done('aid', {}, 'amount'),
  'wAidAmount emergency': done('aid', { fund: 'emergency' }, 'amount'),
  'wFundSize emergency': standing('fund', { type: 'emergency' }, 'size'),
  'wPairing official': standing('pairing', { helper: 'official' }),
  'wPairing member': standing('pairing', { helper: 'member' }),
  'wPairing body': standing('pairing', { helper: 'body' }),
  wPairingVeterans: standing('pairing', {}, 'veterans'),
  careFundCities: placesWith('fund', { where: { type: CARE, raised: 'social' }, tiers: ['city'] }),
  placementWayKinds: differentStanding('placementWay', 'way'),
  pilotAreas: placesWith('pilotArea', { tiers: ['province', 'city'] }),
  wAdaptationPeople: done('course', { mode: 'adaptation' }, 'people'),
  wSkillsProject: standing('skillsProject'),
  wShortVocational: done('course', { mode: ['skills', 'vocational', 'academy'] }, 'people'),
  wCollegeAdmissionPeople: done('collegeAdmission', {}, 'people'),
  hiringSubsidyRate: greatestStanding('subsidyRate', { type: 'hiring' }, 'amount'),
  wJobFair: done('jobFair'),
  wJobFairJobs: done('jobFair', {}, 'jobs'),
  wJobFairIntents: done('jobFair', {}, 'intents'),
  electedSecretaries: standing('postHolding', { role: 'secretary', how: 'elected' }),
  'wPark incubator': standing('park', { type: 'incubator' }),
  contestYears: yearsRunning('contest', { stage: 'final' }),
  nationalContestEdition: greatest('contest', { level: 'national', stage: 'final', host: 'yes' }, 'edition'),
  wEnterprise: standing('enterprise'),
  wEnterpriseJobs: standing('enterprise', {}, 'jobs'),
  wPledgePeople: done('pledge', {}, 'people'),
  wPledgePrints: done('pledge', {}, 'prints'),
  'wDonationAmount volunteer': done('donation', { purpose: 'volunteer' }, 'amount'),
  'wDonationAmount emergency': done('donation', { purpose: 'emergency' }, 'amount'),
  'wMethodItem teamFiveHaves': standing('methodItem', { method: 'teamFiveHaves' }),
  'wMethodItem tenMoments': standing('methodItem', { method: 'tenMoments' }),
}
