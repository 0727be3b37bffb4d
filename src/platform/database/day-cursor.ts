import { z } from 'zod'

/** Where a page ended: a day, and the id among those of that day. */
const Key = z.tuple([z.string().regex(/^(\d{4}-\d{2}-\d{2}|infinity)$/), z.uuid()])

export interface DayPlace {
  readonly day: string
  readonly id: string
}

const cursorOf = ({ day, id }: DayPlace): string => Buffer.from(JSON.stringify([day, id])).toString('base64url')

/** The cursor of the page after this one, where the query for one row more than `limit` found it. */
export function nextByDay<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
  dayOf: (row: Row) => string,
): { next?: string } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return last ? { next: cursorOf({ day: dayOf(last), id: last.id }) } : {}
}

/** Reads a cursor; one that is not ours begins at the beginning. */
export function placeAfter(cursor: string | undefined): DayPlace | undefined {
  if (cursor === undefined) return undefined
  try {
    const [day, id] = Key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { day, id }
  } catch {
    return undefined
  }
}
