const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Resolves the five entities XML itself knows and character numbers; any other would need a DTD, which we refuse. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal: string, hex: string, name: string) => {
    if (name) return NAMED[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

/** White space as XML has it. */
export const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** The value of an attribute (given without prefix) in a tag's unparsed attributes. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (!isSpace(before) && before !== 58) continue
    let equals = at + name.length
    while (isSpace(attributes.charCodeAt(equals))) equals++
    if (attributes.charCodeAt(equals) !== 61) continue
    let quote = equals + 1
    while (isSpace(attributes.charCodeAt(quote))) quote++
    const end = attributes.indexOf(attributes.charAt(quote), quote + 1)
    return end < 0 ? undefined : unescapeXml(attributes.slice(quote + 1, end))
  }
  return undefined
}
