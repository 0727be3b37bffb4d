import { nth, type Rhythm, some, yuan } from './rhythm.ts'

const tier = 'county'

const AGENDAS = [
  '传达学习全国退役军人工作会议精神，研究贯彻措施',
  '研究困难退役军人帮扶资金使用安排',
  '部署新时代双拥模范城创建复查工作',
  '研究年度移交安置岗位计划',
  '通报信访积案化解进展，研究下步措施',
  '研究基层服务站规范化建设',
] as const
const LESSONS = ['《退役军人保障法》', '《军人抚恤优待条例》', '《信访工作条例》', '《退役军人安置条例》', '保密和个人信息保护'] as const
const REPORTS = [
  '渝北区“三个一”做实常态化联系',
  '渝北区多措并举促进退役军人就业',
  '凤鸣路社区老兵驿站成为居民的家',
  '渝北区开展烈士纪念设施全覆盖巡查',
] as const
const PROGRAMMES = ['老兵的一天', '退役不褪色：返乡创业的他', '向英烈献一束花', '军创企业进社区'] as const

/** What the bureau and its centre do. */
export const COUNTY_RHYTHMS: readonly Rhythm[] = [
  {
    kind: 'meeting',
    tier,
    every: 1,
    values: (dice, at) => ({
      type: nth(['partyGroup', 'work', 'centreGroup'], at),
      firstAgenda: 'yes',
      title: nth(AGENDAS, at),
      people: some(dice, 9, 42),
    }),
  },
  {
    kind: 'study',
    tier,
    every: 2,
    values: (dice, at) => ({ title: `集中学习${nth(LESSONS, at)}`, people: some(dice, 18, 46), hours: some(dice, 2, 4) }),
  },
  { kind: 'dutyDay', tier, every: 1, values: (dice) => ({ people: some(dice, 4, 16), days: some(dice, 3, 5) }) },
  {
    kind: 'reportSent',
    tier,
    every: 2,
    values: (dice, at) => ({
      title: nth(REPORTS, at),
      genre: nth(['brief', 'experience', 'news'], at),
      to: '市退役军人事务局',
      taken: dice.isLucky(0.5) ? 'yes' : 'no',
    }),
  },
  {
    kind: 'media',
    tier,
    every: 2,
    values: (_dice, at) => ({
      type: nth(['report', 'programme', 'film'], at),
      level: nth(['county', 'city', 'city', 'province'], at),
      title: nth(PROGRAMMES, at),
    }),
  },
  {
    kind: 'jobFair',
    tier,
    months: [3, 6, 9, 11],
    values: (dice, at) => ({
      form: nth(['spring', 'stream', 'hall', 'online'], at),
      title: nth(['渝北区退役军人春季专场招聘会', '军创直播带岗', '退役军人秋季专场招聘会', '线上招聘月'], at),
      employers: some(dice, 22, 68),
      trades: some(dice, 30, 80),
      jobs: some(dice, 420, 1_650),
      intents: some(dice, 60, 230),
      resumes: some(dice, 150, 420),
    }),
  },
  {
    kind: 'course',
    tier,
    months: [1, 4, 10],
    values: (dice, at) => {
      const people = dice.between(28, 76)
      return {
        mode: nth(['adaptation', 'skills', 'startUp'], at),
        way: 'offline',
        people: String(people),
        hours: nth(['80', '120', '56'], at),
        passed: String(people - dice.below(4)),
      }
    },
  },
  {
    kind: 'troopVisit',
    tier,
    months: [1, 7],
    values: (dice, at) => ({ to: nth(['garrison', 'fire'], at), times: some(dice, 2, 5), value: yuan(dice, 20_000, 90_000) }),
  },
  {
    kind: 'memorialEvent',
    tier,
    months: [4, 9],
    values: (dice, at) => ({ type: nth(['qingming', 'martyrsDay'], at), people: some(dice, 260, 900) }),
  },
  {
    kind: 'award',
    tier,
    months: [8, 12],
    values: (_dice, at) => ({
      title: nth(['mostBeautiful', 'advancedPerson', 'bestOrganisation'], at),
      level: nth(['county', 'city'], at),
      number: nth(['6', '2', '3'], at),
      document: '渝北委发〔演示〕12 号',
    }),
  },
  { kind: 'publicEvent', tier, months: [8], values: (dice) => ({ type: 'lecture', people: some(dice, 120, 340) }) },
  {
    kind: 'donation',
    tier,
    months: [7],
    values: (dice) => ({ purpose: 'care', amount: yuan(dice, 30_000, 120_000), goods: '慰问品和现金（演示）' }),
  },
  {
    kind: 'placementGroup',
    tier,
    months: [5, 10],
    values: (dice, at) => ({ title: nth(['审定年度安置岗位', '研究选岗定岗办法'], at), decision: '同意', items: some(dice, 3, 7) }),
  },
]
