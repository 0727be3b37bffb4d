import pg from 'pg'

const [INT8, INT8_ARRAY] = [20, 1016]
const [DATE, DATE_ARRAY] = [1082, 1182]
const [INSTANT, INSTANT_ARRAY] = [1184, 1185]
const [NUMERIC, NUMERIC_ARRAY] = [1700, 1231]

const asIs = (text: string): string => text

/** `2026-11-22T08:00:00.000Z`; what has no such form (infinity, years before Christ) stays as PostgreSQL writes it. */
function instant(text: string): string {
  const milliseconds = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(milliseconds) ? text : new Date(milliseconds).toISOString()
}

/** A one-dimensional array of values that contain neither commas nor braces. */
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string): (T | null)[] =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((part) => (part === 'NULL' ? null : parse(part.replaceAll('"', ''))))

const PARSERS = new Map<number, (text: string) => unknown>([
  [INT8, BigInt],
  [INT8_ARRAY, arrayOf(BigInt)],
  [DATE, asIs],
  [DATE_ARRAY, arrayOf(asIs)],
  [INSTANT, instant],
  [INSTANT_ARRAY, arrayOf(instant)],
  [NUMERIC, asIs],
  [NUMERIC_ARRAY, arrayOf(asIs)],
])

/**
 * How values come back: bigint for int8, text for a day (`2026-11-22`), an instant (ISO, UTC, milliseconds) and a
 * numeric. Given to each pool of ours and never set globally, so that a library with its own pool keeps what it expects.
 */
export const VALUE_PARSERS: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
}
