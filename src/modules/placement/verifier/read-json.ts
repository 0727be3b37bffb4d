export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Where a text stops being JSON, counted in UTF-16 units from 0, and why. */
export interface TextFault {
  readonly offset: number
  readonly why: 'ends-too-soon' | 'is-not-json' | 'key-twice' | 'is-no-whole-number' | 'goes-on'
}

interface Reader {
  readonly text: string
  at: number
  /** The field that is looked for, and where it was found. */
  readonly wanted: string | undefined
  found: number | undefined
}

class Broken extends Error {
  readonly fault: TextFault
  constructor(fault: TextFault) {
    super(fault.why)
    this.fault = fault
  }
}

function fail(reader: Reader, why: TextFault['why']): never {
  throw new Broken({ offset: reader.at, why: reader.at >= reader.text.length && why === 'is-not-json' ? 'ends-too-soon' : why })
}

function skip(reader: Reader): void {
  while (' \n\r\t'.includes(reader.text.charAt(reader.at) || '.')) reader.at += 1
}

function take(reader: Reader, sign: string): boolean {
  if (reader.text.charAt(reader.at) !== sign) return false
  reader.at += 1
  skip(reader)
  return true
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y

function match(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text) ?? undefined
  return found
}

function readString(reader: Reader): string {
  const found = match(reader, STRING)
  if (!found) {
    const rest = reader.text.slice(reader.at)
    if (/^"(?:[^"\\\u0000-\u001f]|\\.)*\\?$/.test(rest)) reader.at = reader.text.length
    fail(reader, 'is-not-json')
  }
  reader.at += found[0].length
  skip(reader)
  return JSON.parse(found[0]) as string
}

function readNumber(reader: Reader): number {
  const found = match(reader, NUMBER)
  if (!found) fail(reader, 'is-not-json')
  const number = Number(found[0])
  if (found[1] !== undefined || found[2] !== undefined || !Number.isSafeInteger(number) || Object.is(number, -0))
    fail(reader, 'is-no-whole-number')
  reader.at += found[0].length
  skip(reader)
  return number
}

function readWord(reader: Reader): boolean | null {
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const) {
    if (!reader.text.startsWith(word, reader.at)) continue
    reader.at += word.length
    skip(reader)
    return value
  }
  if (['true', 'false', 'null'].some((word) => word.startsWith(reader.text.slice(reader.at)))) reader.at = reader.text.length
  return fail(reader, 'is-not-json')
}

function readList(reader: Reader, path: string): Json[] {
  const held: Json[] = []
  if (take(reader, ']')) return held
  for (;;) {
    held.push(readValue(reader, `${path}[${held.length}]`))
    if (take(reader, ']')) return held
    if (!take(reader, ',')) fail(reader, 'is-not-json')
  }
}

function readObject(reader: Reader, path: string): { [key: string]: Json } {
  const held: { [key: string]: Json } = Object.create(null)
  if (take(reader, '}')) return held
  for (;;) {
    const before = reader.at
    const key = readString(reader)
    if (key in held) {
      reader.at = before
      fail(reader, 'key-twice')
    }
    if (!take(reader, ':')) fail(reader, 'is-not-json')
    held[key] = readValue(reader, path === '' ? key : `${path}.${key}`)
    if (take(reader, '}')) return held
    if (!take(reader, ',')) fail(reader, 'is-not-json')
  }
}

function readValue(reader: Reader, path: string): Json {
  if (path === reader.wanted) reader.found = reader.at
  const sign = reader.text.charAt(reader.at)
  if (sign === '"') return readString(reader)
  if (sign === '-' || (sign >= '0' && sign <= '9')) return readNumber(reader)
  if (take(reader, '{')) return readObject(reader, path)
  if (take(reader, '[')) return readList(reader, path)
  return readWord(reader)
}

/** Reads a record as strictly as it is hashed: no fraction, no key twice, nothing after it. */
export function readJson(text: string, wanted?: string): { value: Json; found: number | undefined } | { fault: TextFault } {
  const reader: Reader = { text, at: 0, wanted, found: undefined }
  try {
    skip(reader)
    const value = readValue(reader, '')
    return reader.at < text.length ? { fault: { offset: reader.at, why: 'goes-on' } } : { value, found: reader.found }
  } catch (fault) {
    if (fault instanceof Broken) return { fault: fault.fault }
    throw fault
  }
}

/** The one spelling that is hashed. Only of what `readJson` gave. */
export function spell(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(spell)}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${spell(value[key] as Json)}`)}}`
}
