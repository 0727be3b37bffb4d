import { ageOn, daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'

/** What the rules may ask of a file. A fact that the file does not say is undefined: it is missing, and not false. */
export interface FileFacts {
  readonly isAlive: boolean
  readonly age: number
  /** Codes of identities that are confirmed and have not ended. */
  readonly classes: readonly string[]
  readonly hasServed: boolean | undefined
  readonly hasLeftService: boolean | undefined
  readonly daysSinceDischarge: number | undefined
  readonly enlistedOn: PlainDate | undefined
  readonly rankGroup: string | undefined
  readonly placementWay: string | undefined
  readonly disabilityGrade: number | undefined
  readonly disabilityCause: string | undefined
  readonly hasFought: boolean | undefined
  readonly hasTested: boolean | undefined
  /** 五类困难情形: no file says it; it is asked for in the application. */
  readonly hardshipCause: string | undefined
}

export type FactName = keyof FileFacts

/** The part of a file that the rules look at, whatever module keeps it. */
export interface ReadFile {
  readonly bornOn: PlainDate
  readonly deceasedOn: PlainDate | null
  readonly identities: readonly {
    readonly classCode: string
    readonly grade: number | null
    readonly cause: string | null
    readonly status: string
    readonly fromOn: PlainDate
    readonly toOn: PlainDate | null
  }[]
  readonly service: readonly {
    readonly enlistedOn: PlainDate | null
    readonly dischargedOn: PlainDate | null
    readonly rankGroup: string | null
    readonly placementWay: string | null
    readonly combat: boolean
    readonly nuclearTest: boolean
  }[]
}

/** Facts of a file on a day. Of several spells of service the last says how it ended. */
export function factsOf(file: ReadFile, on: PlainDate): FileFacts {
  const held = file.identities.filter(({ status, fromOn, toOn }) => status === 'confirmed' && fromOn <= on && (toOn === null || on < toOn))
  const disability = held.find(({ grade }) => grade !== null)
  const last = file.service.toSorted((a, b) => String(a.enlistedOn).localeCompare(String(b.enlistedOn))).at(-1)
  const known = file.service.length > 0
  return {
    isAlive: file.deceasedOn === null || on < file.deceasedOn,
    age: ageOn(file.bornOn, on),
    classes: held.map(({ classCode }) => classCode),
    hasServed: known || undefined,
    hasLeftService: known ? last?.dischargedOn !== null && (last?.dischargedOn ?? '') <= on : undefined,
    daysSinceDischarge: last?.dischargedOn ? daysBetween(last.dischargedOn, on) : undefined,
    enlistedOn: last?.enlistedOn ?? undefined,
    rankGroup: last?.rankGroup ?? undefined,
    placementWay: last?.placementWay ?? undefined,
    disabilityGrade: disability?.grade ?? undefined,
    disabilityCause: disability?.cause ?? undefined,
    hasFought: known ? file.service.some(({ combat }) => combat) : undefined,
    hasTested: known ? file.service.some(({ nuclearTest }) => nuclearTest) : undefined,
    hardshipCause: undefined,
  }
}
