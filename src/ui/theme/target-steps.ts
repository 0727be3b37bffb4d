/**
 * Five steps around a target. Warm is short of it, cool has reached it, and the depth grows with the gap, so that a
 * copy in grey still leads the eye to where work waits. Every tile also prints its value, and a notch when short.
 */
export const targetSteps = {
  light: { farShort: '#A2570F', short: '#DDA34C', nearlyThere: '#F5E2BC', reached: '#E3ECEE', wellPast: '#C1D7DD' },
  dark: { farShort: '#E0A04A', short: '#96672A', nearlyThere: '#54421F', reached: '#223036', wellPast: '#2F4B54' },
} as const

export type TargetStep = keyof (typeof targetSteps)['light']

/** Percentage points between a value and its target, as one of five steps. */
export function targetStep(value: number, target: number): TargetStep {
  const gap = value - target
  if (gap < -15) return 'farShort'
  if (gap < -5) return 'short'
  if (gap < 0) return 'nearlyThere'
  return gap < 8 ? 'reached' : 'wellPast'
}
