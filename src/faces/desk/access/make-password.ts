/** Letters and digits that nobody mixes up when they are read aloud or from paper. */
const SMALL = 'abcdefghijkmnpqrstuvwxyz'
const LARGE = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const DIGITS = '23456789'
const KINDS = [LARGE, SMALL, DIGITS] as const
const GROUPS = 4
const GROUP = 4

/** How many random numbers `makePassword` uses. */
export const PASSWORD_CHANCE = GROUPS * GROUP

/**
 * A first password of four groups of four, such as `Kf7m-Rw3q-…`: about 68 bits, easy to copy by hand.
 *
 * @param chance sixteen numbers from the browser's generator for secrets
 */
export function makePassword(chance: Uint32Array): string {
  const signs = Array.from({ length: PASSWORD_CHANCE }, (_, at) => {
    const place = at % GROUP
    const kind = KINDS[place === 3 ? 1 : place] ?? SMALL
    return kind[(chance[at] ?? 0) % kind.length]
  })
  return Array.from({ length: GROUPS }, (_, group) => signs.slice(group * GROUP, (group + 1) * GROUP).join('')).join('-')
}
