import { normaliseName } from '../../../../../kernel/chinese-text.ts'
import type { PackedPerson } from '../../../contract.ts'

/** As the server writes the parts of a name: normalised, lower case, without dots and spaces. */
const bare = (typed: string): string =>
  normaliseName(typed)
    .toLowerCase()
    .replace(/[·\s'’.-]/g, '')

const LONGEST_PART = 6

/** The part by which somebody would be found: of a number its last four, of a long name its beginning. Undefined where too little is typed. */
export function partOf(query: string): string | undefined {
  const asked = bare(query)
  if (/^[0-9]+x?$/.test(asked)) return asked.length >= 4 ? asked.slice(-4) : undefined
  if (/^[a-z]+$/.test(asked)) return asked
  const part = [...asked].slice(0, LONGEST_PART).join('')
  return part === '' ? undefined : part
}

/** The same sum as the server's: 48 bits of SHA-256 under the id of the lease. */
async function keyOf(salt: string, part: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${part}`))
  const letters = btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 6)))
  return letters.replaceAll('+', '-').replaceAll('/', '_')
}

/** Those of the village who are found by what was typed. */
export async function findPacked(
  people: readonly PackedPerson[],
  asked: { query: string; salt: string; limit: number },
): Promise<PackedPerson[]> {
  const part = partOf(asked.query)
  if (part === undefined) return []
  const key = await keyOf(asked.salt, part)
  return people.filter(({ keys }) => keys.includes(key)).slice(0, asked.limit)
}
