import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { EligibilityFacts, Way } from './facts.ts'

/** One condition of a row: a name for its words, and the article it stands in. */
export interface Condition {
  readonly code: string
  readonly article: string
  readonly holds: (facts: EligibilityFacts) => boolean
}

/** A row gives its way where all of `all` hold, one of `any` (where there are some) and none of `none`. */
export interface Row {
  readonly code: string
  readonly way: Way
  readonly article: string
  readonly all: readonly Condition[]
  readonly any: readonly Condition[]
  readonly none: readonly Condition[]
  /** What else is open to the person, with its article. */
  readonly choices: (facts: EligibilityFacts) => readonly { readonly way: Way; readonly article: string }[]
}

export interface DecisionTable {
  readonly version: string
  readonly groups: readonly EligibilityFacts['group'][]
  /** First day of leaving for which the table holds. */
  readonly validFrom: PlainDate
  readonly source: string
  readonly rows: readonly Row[]
}

const condition = (code: string, article: string, holds: Condition['holds']): Condition => ({ code, article, holds })

const gradeIn = (facts: EligibilityFacts, from: number, to: number, causes: readonly string[]): boolean =>
  facts.disability !== null && facts.disability.grade >= from && facts.disability.grade <= to && causes.includes(facts.disability.cause)

const WAR_OR_DUTY = ['war', 'duty']
const ANY_CAUSE = [...WAR_OR_DUTY, 'illness']

const isMidRank = condition('midRank', '第三十六条', (facts) => facts.group === 'nco' && facts.isMidRank)
const isJunior = condition('juniorOrConscript', '第三十八条', (facts) => facts.group === 'conscript' || !facts.isMidRank)

const retirement: Row = {
  code: 'retirement',
  way: 'retirement',
  article: '第三十六条',
  all: [isMidRank],
  any: [
    condition('age55', '第三十六条', ({ age }) => age >= 55),
    condition('service30', '第三十六条', ({ serviceYears }) => serviceYears >= 30),
    condition('warOrDuty1to6', '第三十六条', (facts) => gradeIn(facts, 1, 6, WAR_OR_DUTY)),
    condition('lostAbility', '第三十六条', ({ lostAbilityByIllness }) => lostAbilityByIllness),
  ],
  none: [],
  choices: (facts) => (gradeIn(facts, 1, 4, WAR_OR_DUTY) ? [{ way: 'provided', article: '第三十八条' }] : []),
}

const provided: Row = {
  code: 'provided',
  way: 'provided',
  article: '第三十八条',
  all: [isJunior, condition('grade1to4', '第三十八条', (facts) => gradeIn(facts, 1, 4, ANY_CAUSE))],
  any: [],
  none: [],
  choices: () => [],
}

const monthlyPension: Row = {
  code: 'monthlyPension',
  way: 'monthlyPension',
  article: '第十八条、第二十条、第二十五条',
  all: [condition('monthlyPay', '第十八条', ({ meetsMonthlyPay }) => meetsMonthlyPay)],
  any: [],
  none: [],
  choices: () => [
    { way: 'arrangedWork', article: '第二十五条' },
    { way: 'selfEmployment', article: '第二十条' },
  ],
}

const arrangedWork: Row = {
  code: 'arrangedWork',
  way: 'arrangedWork',
  article: '第二十五条、第三十五条',
  all: [],
  any: [
    condition('nco12', '第二十五条', ({ group, ncoYears }) => group === 'nco' && ncoYears >= 12),
    condition('medalOrTitle', '第二十五条', (facts) => facts.medalOrTitle),
    condition('merit', '第二十五条', (facts) => facts.merit),
    condition('firstClassCommendation', '第二十五条', (facts) => facts.firstClassCommendation),
    condition('war5to8', '第二十五条', (facts) => gradeIn(facts, 5, 8, ['war'])),
    condition('martyrsChild', '第二十五条', (facts) => facts.martyrsChild),
  ],
  none: [condition('excluded', '第三十五条', ({ isExcluded }) => isExcluded)],
  choices: () => [{ way: 'selfEmployment', article: '第二十条' }],
}

const selfEmployment: Row = {
  code: 'selfEmployment',
  way: 'selfEmployment',
  article: '第二十条',
  all: [],
  any: [],
  none: [],
  choices: () => [],
}

/** The ways of soldiers, asked from the top; the last row holds for everybody. 《退役军人安置条例》 is in force from 2024-09-01. */
export const SOLDIERS_2024: DecisionTable = {
  version: 'soldiers-2024',
  groups: ['nco', 'conscript'],
  validFrom: '2024-09-01' as PlainDate,
  source: '《退役军人安置条例》（2024 年 9 月 1 日起施行）第十八、二十、二十五、三十五、三十六、三十八条',
  rows: [retirement, provided, monthlyPension, arrangedWork, selfEmployment],
}

const OFFICERS_LAW = '《退役军人保障法》第二十一条'
/** Conditions of monthly pay are known from secondary sources only: whoever decides reads the decision of the forces. */
const MONTHLY_PAY = '逐月领取退役金的规定（条款未核实）'

const officerRetirement: Row = {
  code: 'officerRetirement',
  way: 'retirement',
  article: OFFICERS_LAW,
  all: [condition('officerRetires', OFFICERS_LAW, ({ retires }) => retires)],
  any: [],
  none: [],
  choices: () => [],
}

const officerMonthlyPension: Row = {
  code: 'officerMonthlyPension',
  way: 'monthlyPension',
  article: OFFICERS_LAW,
  all: [],
  any: [
    condition('monthlyPay', OFFICERS_LAW, ({ meetsMonthlyPay }) => meetsMonthlyPay),
    condition('officer16', MONTHLY_PAY, ({ officerYears }) => officerYears >= 16),
    condition('officerAndNco16', MONTHLY_PAY, ({ officerYears, ncoYears }) => officerYears > 0 && officerYears + ncoYears >= 16),
    condition('service20', MONTHLY_PAY, ({ serviceYears }) => serviceYears >= 20),
  ],
  none: [],
  choices: ({ isExcluded }) => [
    ...(isExcluded ? [] : [{ way: 'transferToCivilWork' as const, article: OFFICERS_LAW }]),
    { way: 'demobilised', article: OFFICERS_LAW },
  ],
}

const transferToCivilWork: Row = {
  code: 'transferToCivilWork',
  way: 'transferToCivilWork',
  article: OFFICERS_LAW,
  all: [],
  any: [],
  none: [condition('excluded', '第三十五条（军官比照，未核实）', ({ isExcluded }) => isExcluded)],
  choices: () => [{ way: 'demobilised', article: OFFICERS_LAW }],
}

const demobilised: Row = {
  code: 'demobilised',
  way: 'demobilised',
  article: OFFICERS_LAW,
  all: [],
  any: [],
  none: [],
  choices: () => [],
}

/** The four ways of officers (保障法 21), asked from the top. The law is in force from 2021-01-01. */
export const OFFICERS_2021: DecisionTable = {
  version: 'officers-2021',
  groups: ['officer'],
  validFrom: '2021-01-01' as PlainDate,
  source: '《退役军人保障法》（2021 年 1 月 1 日起施行）第二十一条；逐月领取退役金的年限见次级来源，未核实',
  rows: [officerRetirement, officerMonthlyPension, transferToCivilWork, demobilised],
}

const TABLES: readonly DecisionTable[] = [SOLDIERS_2024, OFFICERS_2021]

/** The table that holds for who of a group leaves on a day; undefined where none has been entered for that time. */
export const findTable = (leavingOn: PlainDate, group: EligibilityFacts['group']): DecisionTable | undefined =>
  TABLES.filter(({ validFrom, groups }) => validFrom <= leavingOn && groups.includes(group)).toSorted((a, b) =>
    b.validFrom.localeCompare(a.validFrom),
  )[0]
