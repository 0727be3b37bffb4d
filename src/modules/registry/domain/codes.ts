/** Code lists of the capture form. Each code has its words in the message files of the web. */

/** GB/T 4762 in short: whom one belongs to politically. */
export const POLITICAL_STATUSES = ['partyMember', 'probationaryPartyMember', 'youthLeague', 'otherParty', 'none'] as const

/** GB/T 2261.2. */
export const MARITAL_STATUSES = ['single', 'married', 'widowed', 'divorced'] as const

/** GB/T 4658, the highest level finished. */
export const EDUCATIONS = ['none', 'primary', 'juniorMiddle', 'seniorMiddle', 'vocational', 'college', 'bachelor', 'postgraduate'] as const

export const EMPLOYMENTS = [
  'employed',
  'selfEmployed',
  'publicService',
  'farming',
  'flexible',
  'unemployed',
  'student',
  'retired',
  'unableToWork',
] as const

/** With whom one lives: who is alone is visited more often. */
export const LIVINGS = ['withFamily', 'alone', 'withSpouse', 'careHome', 'hospital', 'other'] as const

/** Rank group at discharge; never the rank of someone in service, nor a unit. */
export const RANK_GROUPS = ['conscript', 'nco', 'officer', 'civilianCadre', 'other'] as const

export const BRANCHES = ['army', 'navy', 'airForce', 'rocketForce', 'armedPolice', 'supportForce', 'reserve', 'other'] as const

/** Ways of placement of 《退役军人安置条例》 (2024) chapters 2–4, and those of older files. */
export const PLACEMENT_WAYS = [
  'selfEmployment',
  'arrangedWork',
  'retirement',
  'provided',
  'monthlyPension',
  'transferToCivilWork',
  'demobilised',
  'returnedHome',
  'other',
] as const

export const HONOUR_KINDS = [
  'honoraryTitle',
  'firstClassMerit',
  'secondClassMerit',
  'thirdClassMerit',
  'commendation',
  'excellentSoldier',
  'campaignMedal',
  'other',
] as const

export const IDENTITY_STATUSES = ['claimed', 'evidenceChecked', 'confirmed', 'suspended', 'ended'] as const

/** 因战 · 因公 · 因病 (《军人抚恤优待条例》 articles 24–26). */
export const DISABILITY_CAUSES = ['war', 'duty', 'illness'] as const

export const KIN_RELATIONS = [
  'spouse',
  'father',
  'mother',
  'son',
  'daughter',
  'sibling',
  'grandparent',
  'grandchild',
  'guardian',
  'other',
] as const

export const PERSON_STATUSES = ['active', 'deceased', 'archived', 'merged', 'transferred'] as const

/** What one may want to see the full data for. */
export const UNMASK_PURPOSES = [
  'contact',
  'verifyIdentity',
  'fillForm',
  'correctFile',
  'payment',
  'visit',
  'emergency',
  'inspection',
  /** Said in the reason. */
  'other',
] as const

/** What is shown masked until someone says why they need it. */
export const MASKED_FIELDS = ['name', 'citizenId', 'bornOn', 'phone', 'address', 'bankCard', 'kin'] as const

/** The fields of a file that a version may have changed. */
export const FILE_FIELDS = [
  'name',
  'citizenId',
  'phone',
  'address',
  'bankCard',
  'householdRegion',
  'residenceRegion',
  'politicalStatus',
  'maritalStatus',
  'education',
  'employment',
  'living',
  'deceasedOn',
  'service',
  'identities',
  'kin',
  'unit',
  'status',
] as const
