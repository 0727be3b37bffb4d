/** Where a repair stands. A defect is over when its repair was accepted, or when the patrol that found it was taken back. */
export const REPAIR_STATES = ['found', 'ordered', 'fixed', 'accepted', 'takenBack'] as const
export type RepairState = (typeof REPAIR_STATES)[number]

export type RepairStep = 'ordered' | 'fixed' | 'returned' | 'accepted' | 'takenBack'

const NEXT: Readonly<Record<RepairStep, { readonly from: readonly RepairState[]; readonly to: RepairState }>> = {
  // An order may be given anew: another contractor, a later day.
  ordered: { from: ['found', 'ordered'], to: 'ordered' },
  fixed: { from: ['ordered'], to: 'fixed' },
  returned: { from: ['fixed'], to: 'ordered' },
  accepted: { from: ['fixed'], to: 'accepted' },
  takenBack: { from: ['found'], to: 'takenBack' },
}

/** What becomes of a repair by a step; undefined where the step does not fit where it stands. */
export const afterStep = (state: RepairState, step: RepairStep): RepairState | undefined =>
  NEXT[step].from.includes(state) ? NEXT[step].to : undefined
