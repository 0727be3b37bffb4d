import { addMonths, daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { FileState, IdentityState } from '../../../registry/index.ts'
import type { Supposed } from '../../contract.ts'
import { benefitClass, isGraded, periodOf } from '../../domain/entitlement/classes.ts'
import type { Course, Holding } from '../../domain/entitlement/course.ts'

/** Years of service together, a begun year as a whole one. */
const serviceYears = ({ service }: FileState): number =>
  service.reduce((sum, { enlistedOn, dischargedOn }) => {
    if (enlistedOn === null || dischargedOn === null) return sum
    return sum + Math.ceil(daysBetween(enlistedOn, dischargedOn) / 365.25)
  }, 0)

/** The first day of service. */
const firstDay = ({ service }: FileState): string | null => service.flatMap(({ enlistedOn }) => enlistedOn ?? []).toSorted()[0] ?? null

const isPaid = ({ status, classCode, toOn }: IdentityState): boolean =>
  (status === 'confirmed' || (status === 'ended' && toOn !== null)) && benefitClass(classCode) !== undefined

function holdingOf(identity: IdentityState, file: FileState, { regraded }: Supposed): Holding {
  const { classCode, grade, cause, fromOn, toOn } = identity
  const isByGrade = isGraded({ classCode })
  return {
    classCode,
    grade,
    cause,
    period: periodOf(classCode, firstDay(file)),
    approvedOn: fromOn,
    endedOn: toOn,
    regrades: regraded && isByGrade ? [regraded] : [],
    serviceYears: serviceYears(file),
    leftArmyOn: null,
    // Of the kin only a child or a young sibling is pensioned before 18.
    isMinor: classCode.startsWith('KIN-') && addMonths(file.person.bornOn, 18 * 12) > fromOn,
    exemptUntil: null,
    isMental: false,
  }
}

/** The first six digits: rates are of counties, and a household lies in a village. */
const countyOf = (region: string): RegionCode => `${region.slice(0, 6)}000000` as RegionCode

/** A file as the rules of money read it, and what is supposed besides. */
export function courseOf(file: FileState, suppose: Supposed): Course {
  const { bornOn, deceasedOn, householdRegion } = file.person
  const diedOn: PlainDate | null = suppose.diedOn ?? deceasedOn
  return {
    bornOn,
    diedOn,
    place: countyOf(householdRegion),
    moves: [],
    holdings: file.identities.filter(isPaid).map((identity) => holdingOf(identity, file, suppose)),
    suspensions: suppose.suspended ? [suppose.suspended] : [],
  }
}

/** A course that is kept, and what is supposed besides. */
export function supposing(course: Course, { diedOn, regraded, suspended }: Supposed): Course {
  return {
    ...course,
    diedOn: diedOn ?? course.diedOn,
    holdings: course.holdings.map((holding) =>
      regraded && isGraded(holding) ? { ...holding, regrades: [...holding.regrades, regraded] } : holding,
    ),
    suspensions: suspended ? [...course.suspensions, suspended] : course.suspensions,
  }
}
