const KINDS: readonly (readonly [magic: string, type: string])[] = [
  ['504b0304', 'application/zip'],
  ['504b0506', 'application/zip'],
  ['d0cf11e0a1b11ae1', 'application/x-ole-storage'],
  ['25504446', 'application/pdf'],
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
]

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a file is by its first bytes, never by its name; a file of words is text, all else is just bytes. */
export function contentTypeOf(head: Buffer): string {
  const hex = head.subarray(0, 16).toString('hex')
  const known = KINDS.find(([magic]) => hex.startsWith(magic))
  if (known) return known[1]
  const isWide = hex.startsWith('fffe') || hex.startsWith('feff')
  return isWide || !head.includes(0) ? 'text/plain' : 'application/octet-stream'
}
