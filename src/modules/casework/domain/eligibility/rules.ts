import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Words } from '../matters/matter-type.ts'
import { getClause, isInForce } from './clauses.ts'
import type { EntitlementRule, Leaf, Test } from './judge.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const day = (text: string): PlainDate => text as PlainDate

const alive = (clause: string): Leaf => ({ fact: 'isAlive', is: [true], name: words('本人健在', 'Is alive'), clause })
const isOf = (codes: readonly string[], name: Words, clause: string): Leaf => ({ fact: 'classes', is: codes, name, clause })
const leftService = (clause: string): Leaf => ({
  fact: 'hasLeftService',
  is: [true],
  name: words('已退出现役', 'Has left the service'),
  clause,
})
const grade = (atMost: number, clause: string): Leaf => ({
  fact: 'disabilityGrade',
  atLeast: 1,
  atMost,
  name: words(`伤残等级一至${'〇一二三四五六七八九十'.charAt(atMost)}级`, `Disability grade 1 to ${atMost}`),
  clause,
})
const cause = (causes: readonly string[], name: Words, clause: string): Leaf => ({ fact: 'disabilityCause', is: causes, name, clause })

const DUTY = cause(['war', 'duty'], words('因战或因公', 'By war or on duty'), 'fuxu25')
const ILLNESS = cause(['illness'], words('因病', 'By illness'), 'fuxu25')
const DISABLED = isOf(['DIS', 'DIS-POLICE', 'DIS-MILITIA', 'DIS-OTHER'], words('残疾军人等伤残身份', 'Disabled'), 'fuxu2')
const THREE_KIN = isOf(
  ['KIN-M', 'KIN-D', 'KIN-I'],
  words('三属身份', 'Survivor of a martyr, of one killed on duty or dead of illness'),
  'fuxu19',
)

const rule = (one: Omit<EntitlementRule, 'version'>): EntitlementRule => ({ version: 1, ...one })
const all = (...tests: readonly Test[]): Test => ({ all: tests })
const any = (...tests: readonly Test[]): Test => ({ any: tests })

/** What one may be entitled to. Amounts are not here: they follow from dated tables of rates. */
export const ENTITLEMENT_RULES: readonly EntitlementRule[] = [
  rule({
    code: 'preferenceCard',
    validFrom: day('2022-01-01'),
    name: words('优待证', 'Preference card'),
    gives: words('全国统一的优待证，凭证享受优待', 'The nationwide card'),
    test: all(
      alive('baozhang15'),
      any(leftService('baozhang15'), { ...THREE_KIN, clause: 'youdaiObjects' }, { ...DISABLED, clause: 'youdaiObjects' }),
    ),
    matter: 'preferenceCard',
  }),
  rule({
    code: 'gloryPlaque',
    validFrom: day('2018-07-29'),
    name: words('光荣牌', 'Glory plaque'),
    gives: words('家庭悬挂光荣牌，每户一块', 'One plaque a household'),
    test: any(
      leftService('guangrong2018'),
      { ...THREE_KIN, clause: 'guangrong2018' },
      isOf(['SERVICE-FAMILY'], words('现役军人家属', 'Family of one in service'), 'guangrong2018'),
    ),
    matter: 'gloryPlaque',
    unasked: true,
  }),
  rule({
    code: 'disabilityPension',
    validFrom: day('2024-10-01'),
    name: words('残疾抚恤金', 'Disability pension'),
    gives: words('按等级、性质发给，自批准当月起', 'By grade and cause, from the month of approval'),
    test: all(alive('fuxu27'), DISABLED, any(all(DUTY, grade(10, 'fuxu25')), all(ILLNESS, grade(6, 'fuxu25')))),
  }),
  rule({
    code: 'nursingFee',
    validFrom: day('2024-10-01'),
    name: words('护理费', 'Nursing fee'),
    gives: words('分散供养的一至四级，按当地平均工资的比例', 'Grades 1 to 4, a share of the local wage'),
    test: all(alive('fuxu34'), DISABLED, grade(4, 'fuxu34')),
  }),
  rule({
    code: 'halfFare',
    validFrom: day('2024-10-01'),
    name: words('乘车船机半价、市内公交免费', 'Half fares, free city transport'),
    gives: words('凭残疾军人证当场享受', 'On showing the certificate'),
    test: all(alive('fuxu52'), { ...DISABLED, clause: 'fuxu52' }),
    unasked: true,
  }),
  rule({
    code: 'regularPension',
    validFrom: day('2024-10-01'),
    name: words('定期抚恤金', 'Regular pension'),
    gives: words('符合条件的烈士、因公牺牲、病故军人遗属按月发给', 'Monthly, to survivors who meet the test'),
    test: all(alive('fuxu19'), THREE_KIN),
  }),
  rule({
    code: 'warSubsidy',
    validFrom: day('2024-10-01'),
    name: words('参战（参试）人员生活补助', 'Subsidy of war participants'),
    gives: words('按月发给生活补助', 'A monthly subsidy'),
    test: all(
      alive('fuxu62'),
      leftService('fuxu62'),
      any(
        isOf(['WAR', 'TEST'], words('参战或参试身份已认定', 'Recognised as a participant'), 'fuxu62'),
        { fact: 'hasFought', is: [true], name: words('服役经历中参战', 'Fought'), clause: 'fuxu62' },
        { fact: 'hasTested', is: [true], name: words('参加核试验', 'Took part in nuclear tests'), clause: 'fuxu61' },
      ),
    ),
  }),
  rule({
    code: 'ruralSubsidy',
    validFrom: day('2024-10-01'),
    name: words('农村籍老年退役士兵生活补助', 'Subsidy of elderly rural soldiers'),
    gives: words('年满六十周岁起，每服一年义务兵役按标准计算', 'From 60, by year of conscript service'),
    test: all(
      alive('fuxu62'),
      { fact: 'age', atLeast: 60, name: words('年满六十周岁', 'Is 60'), clause: 'fuxu62' },
      leftService('fuxu62'),
      isOf(['RURAL60'], words('农村籍退役士兵身份已认定', 'Recognised as a rural soldier'), 'fuxu62'),
    ),
  }),
  rule({
    code: 'illnessSubsidy',
    validFrom: day('2024-10-01'),
    name: words('带病回乡退役军人生活补助', 'Subsidy of those who came home ill'),
    gives: words('按月发给生活补助', 'A monthly subsidy'),
    test: all(
      alive('fuxu62'),
      leftService('fuxu62'),
      isOf(['SICK-HOME'], words('带病回乡身份已认定', 'Recognised as come home ill'), 'fuxu62'),
    ),
  }),
  rule({
    code: 'martyrChildSubsidy',
    validFrom: day('2024-10-01'),
    name: words('烈士老年子女生活补助', 'Subsidy of elderly children of martyrs'),
    gives: words('年满六十周岁起按月发给', 'Monthly from 60'),
    test: all(
      alive('fuxu62'),
      { fact: 'age', atLeast: 60, name: words('年满六十周岁', 'Is 60'), clause: 'fuxu62' },
      isOf(['MARTYR-CHILD60'], words('烈士子女身份已认定', 'Recognised as a child of a martyr'), 'fuxu62'),
    ),
  }),
  rule({
    code: 'reportIn',
    validFrom: day('2024-09-01'),
    name: words('退役报到', 'Reporting in'),
    gives: words('三十日内报到，九件事一次办', 'Within 30 days, nine items at once'),
    test: all(alive('anzhi51'), leftService('anzhi51'), {
      fact: 'daysSinceDischarge',
      atMost: 30,
      name: words('退役未满三十日', 'Left within 30 days'),
      clause: 'anzhi51',
    }),
    matter: 'reportIn',
  }),
  rule({
    code: 'skillsCourse',
    validFrom: day('2024-09-01'),
    name: words('免费职业技能培训', 'Free skills course'),
    gives: words('自主就业的退役军人，法定退休年龄前', 'Until retirement age'),
    test: all(
      alive('anzhi64'),
      leftService('anzhi64'),
      { fact: 'age', atMost: 59, name: words('未到法定退休年龄', 'Below retirement age'), clause: 'anzhi64' },
      {
        not: {
          fact: 'placementWay',
          is: ['retirement', 'provided'],
          name: words('退休或供养安置', 'Retired or supported'),
          clause: 'baozhang37',
        },
      },
    ),
    matter: 'jobWish',
  }),
  rule({
    code: 'hardshipAid',
    validFrom: day('2019-10-09'),
    name: words('困难帮扶援助', 'Hardship aid'),
    gives: words('五类困难情形可申请，一事一批', 'In five kinds of hardship, one approval a matter'),
    test: all(alive('bangfu2019'), any({ ...leftService('bangfu2019') }, { ...THREE_KIN, clause: 'bangfu2019' }), {
      fact: 'hardshipCause',
      is: ['disability', 'unemployment', 'relapse', 'accident', 'other'],
      name: words('五类困难情形之一', 'One of five kinds of hardship'),
      clause: 'bangfu2019',
    }),
    matter: 'hardshipAid',
  }),
  rule({
    code: 'memorialTrip',
    validFrom: day('2025-01-01'),
    name: words('异地祭扫', 'Memorial trip'),
    gives: words('每年一次，不超过三人，给予协助或补助', 'Once a year, three persons at most'),
    test: all(alive('liebao56'), isOf(['KIN-M', 'MARTYR-CHILD60'], words('烈士亲属', 'Kin of a martyr'), 'liebao56')),
    matter: 'memorialTrip',
  }),
]

/** The rules of a day: of each entitlement the version in force. */
export const rulesOn = (on: PlainDate): readonly EntitlementRule[] =>
  ENTITLEMENT_RULES.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on < validTo))

/** What is wrong with the rules, in sentences; empty where nothing is: versions whose days overlap, clauses not in force with them or not verified. */
export function checkRules(rules: readonly EntitlementRule[]): string[] {
  return rules.flatMap((one) => {
    const twins = rules.filter((other) => other !== one && other.code === one.code && overlaps(one, other))
    const stale = leavesOfTest(one.test).filter(({ clause }) => !isInForce(getClause(clause), one.validFrom))
    const unproved = leavesOfTest(one.test).filter(({ clause }) => getClause(clause).isUnverified)
    return [
      ...unproved.map(({ clause }) => `${one.code} version ${one.version} rests on ${clause}, which nobody has verified`),
      ...twins.map(({ version }) => `${one.code}: versions ${one.version} and ${version} are in force on the same days`),
      ...stale.map(({ clause }) => `${one.code} version ${one.version} begins before ${clause} is in force`),
    ]
  })
}

const overlaps = (one: EntitlementRule, other: EntitlementRule): boolean =>
  one.validFrom < (other.validTo ?? '9999-12-31') && other.validFrom < (one.validTo ?? '9999-12-31')

const leavesOfTest = (test: Test): readonly Leaf[] => {
  if ('fact' in test) return [test]
  if ('not' in test) return leavesOfTest(test.not)
  return ('all' in test ? test.all : test.any).flatMap(leavesOfTest)
}
