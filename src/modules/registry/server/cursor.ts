import { z } from 'zod'
import type { ViewContext } from '../../../platform/actions/context.ts'

const Parts = z.array(z.union([z.string(), z.number()])).max(8)

/** Where a list goes on, sealed: it holds codes, names and days that the reader's browser has no business with. */
export const sealCursor = ({ secrets }: Pick<ViewContext, 'secrets'>, list: string, parts: readonly (string | number)[]): string =>
  secrets.encrypt('registry.cursor.parts', list, JSON.stringify(parts)).toString('base64url')

/** Undefined where there is none, or it is not one of ours or of another list: the list then begins at its beginning. */
export function openCursor(
  { secrets }: Pick<ViewContext, 'secrets'>,
  list: string,
  cursor: string | undefined,
): (string | number)[] | undefined {
  if (cursor === undefined) return undefined
  try {
    return Parts.parse(JSON.parse(secrets.decrypt('registry.cursor.parts', list, Buffer.from(cursor, 'base64url'))))
  } catch {
    return undefined
  }
}
