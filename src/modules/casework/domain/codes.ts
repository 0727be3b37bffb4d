/** Why a visit is made: data/visit-reasons.json names them in words. */
export const VISIT_REASONS = [
  'routine',
  'armyDay',
  'springFestival',
  'firstVisit',
  'illness',
  'hardship',
  'merit',
  'death',
  'sixDeliveries',
  'other',
] as const

/** 上门、电话、来站、视频 */
export const VISIT_WAYS = ['home', 'phone', 'station', 'video'] as const

/** 六送, in the order of the digits 1 to 6 on the form (mission document 003). */
export const DELIVERIES = ['policy', 'skill', 'job', 'help', 'safeguard', 'honour'] as const
