/** An Octet String of a fixed width: ASCII, filled up with zero bytes on the right (§7.1). @throws where it does not fit. */
export function octets(text: string, width: number): Buffer {
  const field = Buffer.alloc(width)
  const bytes = Buffer.from(text, 'latin1')
  // The text is not repeated: it may be somebody's number.
  if (bytes.length > width) throw new Error(`${bytes.length} bytes do not fit into a field of ${width}`)
  bytes.copy(field)
  return field
}

/** The text of such a field: gateways end it with a zero byte, some fill up with blanks. */
export const textOf = (field: Buffer): string => (field.toString('latin1').split('\0')[0] ?? '').trim()
