/** What a record is made of: no null, no fraction, nothing that two programs would spell in two ways. */
export type Canonical = string | number | boolean | readonly Canonical[] | { readonly [key: string]: Canonical | undefined }

/**
 * The one spelling of a value: no white space, keys in order of their UTF-16 units, whole numbers in decimal, absent
 * keys left out, text escaped as JSON.stringify does. Throws a RangeError for anything that is no whole safe number.
 */
export function canonicalText(value: Canonical): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`a record holds whole numbers only: ${value}`)
    return String(value)
  }
  if (typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`
  const parts: string[] = []
  for (const key of Object.keys(value).sort()) {
    const held = value[key]
    if (held !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalText(held)}`)
  }
  return `{${parts.join(',')}}`
}

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value)
