/** What the decision table asks of somebody who leaves. An officer reads it from the file; each is kept with the decision. */
export interface EligibilityFacts {
  readonly group: 'officer' | 'nco' | 'conscript'
  /** 中级以上军士: a mid-rank or senior non-commissioned officer. */
  readonly isMidRank: boolean
  /** Full years of age on the day of leaving. */
  readonly age: number
  /** Full years of service. */
  readonly serviceYears: number
  /** Full years as a non-commissioned officer. */
  readonly ncoYears: number
  /** Full years as an officer; 0 of a soldier. */
  readonly officerYears: number
  /** 军官退休，部队已批准: the forces have approved it; the conditions of officers stand in no text at hand. */
  readonly retires: boolean
  readonly disability: { readonly grade: number; readonly cause: 'war' | 'duty' | 'illness' } | null
  /** 因病基本丧失工作能力, certified. */
  readonly lostAbilityByIllness: boolean
  /** 符合逐月领取退役金条件, as the forces have certified it. */
  readonly meetsMonthlyPay: boolean
  /** 三等战功或者二等功以上奖励. */
  readonly merit: boolean
  /** 一级表彰. */
  readonly firstClassCommendation: boolean
  /** 勋章、荣誉称号. */
  readonly medalOrTitle: boolean
  readonly martyrsChild: boolean
  /** 被开除党籍、受刑事处罚、被强制退役等. */
  readonly isExcluded: boolean
}

/** The ways of placement that the registry knows, as far as they are decided here. */
export type Way = 'retirement' | 'provided' | 'monthlyPension' | 'arrangedWork' | 'selfEmployment' | 'transferToCivilWork' | 'demobilised'
