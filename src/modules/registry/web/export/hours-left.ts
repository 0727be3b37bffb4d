/** Whole hours until an instant, upwards; none once it has passed. */
export const hoursLeft = (until: string, now: string): number => Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / 3_600_000))
