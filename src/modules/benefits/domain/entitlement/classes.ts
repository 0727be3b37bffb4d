import type { Cause, Period, RatedClass, RateKey } from '../rates/rate-table.ts'

/** What is paid on after the death of whoever drew it: so many months more, once. */
export interface DeathGrant {
  readonly months: 6 | 12
  readonly article: string
}

/** A class of people who are paid, and what the regulation says of it. */
export interface BenefitClass {
  readonly code: string
  /** The class whose rate it is paid by. */
  readonly rate: RatedClass
  readonly article: string
  readonly afterDeath: DeathGrant | null
  /** Of these only the highest is paid in a month: they are for one and the same need. */
  readonly exclusive: 'subsidy' | null
  /** Paid for each year of conscript service, a begun year as a whole one. */
  readonly perServiceYear: boolean
  /** Nobody is paid before this age. */
  readonly fromAge: number | null
}

const REGULATION = '《军人抚恤优待条例》'
const FUNERAL: DeathGrant = { months: 12, article: `${REGULATION}第三十二条` }
const KIN: DeathGrant = { months: 6, article: `${REGULATION}第二十二条` }
const WAR: DeathGrant = { months: 6, article: `${REGULATION}第六十二条` }

const disabled = (code: string): BenefitClass => ({
  code,
  rate: 'DIS',
  article: `${REGULATION}第二十五、二十七条${code === 'DIS' ? '' : '（参照残疾军人）'}`,
  afterDeath: FUNERAL,
  exclusive: null,
  perServiceYear: false,
  fromAge: null,
})
const kin = (code: 'KIN-M' | 'KIN-D' | 'KIN-I'): BenefitClass => ({
  code,
  rate: code,
  article: `${REGULATION}第十九条`,
  afterDeath: KIN,
  exclusive: null,
  perServiceYear: false,
  fromAge: null,
})
const subsidy = (code: RatedClass, more: Partial<BenefitClass> = {}): BenefitClass => ({
  code,
  rate: code,
  article: `${REGULATION}第六十二条`,
  afterDeath: null,
  exclusive: 'subsidy',
  perServiceYear: false,
  fromAge: null,
  ...more,
})

/**
 * The classes of Art 2, 19, 25 and 62, with the unit of their rate. That the living subsidies exclude one another is
 * practice, not a text at hand (unverified): `exclusive` is where a place that reads it otherwise changes it.
 */
export const BENEFIT_CLASSES: readonly BenefitClass[] = [
  ...['DIS', 'DIS-POLICE', 'DIS-MILITIA', 'DIS-OTHER'].map(disabled),
  kin('KIN-M'),
  kin('KIN-D'),
  kin('KIN-I'),
  subsidy('RED-ARMY'),
  subsidy('RED-WEST'),
  subsidy('RED-LOST'),
  subsidy('DEMOB'),
  subsidy('SICK-HOME'),
  subsidy('WAR', { afterDeath: WAR }),
  // Treated as those who fought (Art 61).
  subsidy('TEST', { article: `${REGULATION}第六十一、六十二条`, afterDeath: WAR }),
  subsidy('RURAL60', { perServiceYear: true, fromAge: 60 }),
  subsidy('MARTYR-CHILD60', { fromAge: 60 }),
]

const BY_CODE: ReadonlyMap<string, BenefitClass> = new Map(BENEFIT_CLASSES.map((one) => [one.code, one]))

/** A class of data/entitlement-classes.json that is paid; undefined for one that is only collected. */
export const benefitClass = (code: string): BenefitClass | undefined => BY_CODE.get(code)

/** Whether a class is paid by grade and cause: the disabled. (DISCHARGED begins alike and is none of them.) */
export const isGraded = ({ classCode }: { readonly classCode: string }): boolean => benefitClass(classCode)?.rate === 'DIS'

/** An identity that may be paid. */
export interface HeldClass {
  readonly classCode: string
  readonly grade: number | null
  readonly cause: Cause | null
  readonly period?: Period | null
}

/** The last day of each period; who enlisted after the last is of none [memory, unverified]. */
const PERIOD_ENDS: readonly (readonly [lastDay: string, period: Period])[] = [
  ['1945-09-02', 'resistance'],
  ['1949-09-30', 'liberation'],
  ['1954-10-31', 'founding'],
]

/** When a demobilised soldier enlisted; null for other classes, and where the file does not say. */
export const periodOf = (classCode: string, enlistedOn: string | null): Period | null =>
  classCode === 'DEMOB' && enlistedOn !== null ? (PERIOD_ENDS.find(([lastDay]) => enlistedOn <= lastDay)?.[1] ?? null) : null

/**
 * The rate by which somebody is paid; undefined where the class has none. Disability of illness is paid for grades 1 to 6
 * only (Art 27), and never without grade and cause.
 */
export function rateKeyOf({ classCode, grade, cause, period }: HeldClass): RateKey | undefined {
  const found = benefitClass(classCode)
  if (!found) return undefined
  if (found.rate !== 'DIS')
    return { classCode: found.rate, grade: null, cause: null, period: found.rate === 'DEMOB' ? (period ?? null) : null }
  if (grade === null || cause === null || (cause === 'illness' && grade > 6)) return undefined
  return { classCode: 'DIS', grade, cause, period: null }
}
