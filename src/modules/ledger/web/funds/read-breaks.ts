const INVARIANTS = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10', 'I11', 'I12'] as const
type Invariant = (typeof INVARIANTS)[number]

/**
 * What the books write down when payments stop (`I2 ×3, I11 ×1`), each with how often it was found. A code without words here is
 * left to the line above, which shows what was written.
 */
export function readBreaks(why: string): { invariant: Invariant; found: number }[] {
  return [...why.matchAll(/(I\d+) ×(\d+)/g)].flatMap(([, code, found]) => {
    const invariant = INVARIANTS.find((one) => one === code)
    return invariant === undefined ? [] : [{ invariant, found: Number(found) }]
  })
}
