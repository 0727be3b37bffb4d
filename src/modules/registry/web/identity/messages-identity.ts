/** The steps of an identity. */
export const identityWords = {
  'registry.identity.move.evidenceChecked': ['材料核过了', 'Evidence checked'],
  'registry.identity.move.confirmed': ['认定', 'Confirm'],
  'registry.identity.move.suspended': ['中止', 'Suspend'],
  'registry.identity.move.claimed': ['退回补材料', 'Back for evidence'],
  'registry.identity.end': ['终止', 'End'],
  'registry.identity.endOn': ['终止日期', 'Ends on'],
} as const satisfies Record<string, readonly [string, string]>
