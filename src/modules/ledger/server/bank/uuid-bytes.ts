const HYPHEN = 0x2d
const DIGITS = Buffer.from('0123456789abcdef', 'latin1')
/** Before these of the sixteen bytes stands a hyphen. */
const GROUPS: readonly boolean[] = Array.from({ length: 16 }, (_, byte) => [4, 6, 8, 10].includes(byte))

/** How long a UUID is as text. */
export const UUID_TEXT = 36

/** Writes a UUID of sixteen bytes, which begin at `from`, as its text in lower case: 36 bytes of `into`, from `at` on. */
export function writeUuid(bytes: Uint8Array, from: number, into: Uint8Array, at: number): void {
  let to = at
  for (let byte = 0; byte < 16; byte += 1) {
    if (GROUPS[byte]) into[to++] = HYPHEN
    const value = bytes[from + byte] ?? 0
    into[to++] = DIGITS[value >> 4] ?? 0
    into[to++] = DIGITS[value & 15] ?? 0
  }
}
