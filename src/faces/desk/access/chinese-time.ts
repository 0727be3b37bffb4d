/** An instant as a clock on a wall in China shows it: 2026-06-10 10:05. */
export const chineseTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
