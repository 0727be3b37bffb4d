import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'

/** Days after the window for which a list stays in public; then it is personal data without a purpose. A setting of ours, unverified. */
const SHOWN_AFTER_WINDOW_DAYS = 90

/** The last day on which a list of scores is shown to everybody. */
export const shownUntil = (windowClosesOn: PlainDate): PlainDate => addDays(windowClosesOn, SHOWN_AFTER_WINDOW_DAYS)

/** Points of a sheet in three sums: service, rewards, and everything else together, so that no sum tells a disability. */
export function openSums(lines: readonly { readonly item: string; readonly points: number }[]): {
  service: number
  reward: number
  other: number
} {
  const sums = { service: 0, reward: 0, other: 0 }
  for (const { item, points } of lines) {
    const [group] = item.split('.')
    sums[group === 'service' || group === 'reward' ? group : 'other'] += points
  }
  return sums
}
