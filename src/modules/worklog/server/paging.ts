import { z } from 'zod'

/** Where a page ended: a day, and the id among those of that day. */
const Key = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.uuid()])

export const keyOf = (end: { day: string; id: string }): string => Buffer.from(JSON.stringify([end.day, end.id])).toString('base64url')

/** Reads a cursor; one that is not ours begins at the beginning. */
export function placeAfter(cursor: string | undefined): { day: string; id: string } | undefined {
  if (cursor === undefined) return undefined
  try {
    const [day, id] = Key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { day, id }
  } catch {
    return undefined
  }
}
