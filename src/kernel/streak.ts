/**
 * How many years without a gap something held, told from the newest year backward. A year that says nothing (`null`: there was
 * nobody to measure) breaks nothing and counts nothing.
 */
export function streakOfYears(newestFirst: readonly (boolean | null)[]): number {
  const told = newestFirst.filter((held) => held !== null)
  const end = told.indexOf(false)
  return end === -1 ? told.length : end
}
