import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { PlainDate } from '../../../kernel/plain-date.ts'
import { RegionCode } from '../../../kernel/region-code.ts'
import { ancestorCodes } from '../domain/natural-tree.ts'

/** One line of the published list, before anything is derived from it. */
export interface ListedDivision {
  readonly code: RegionCode
  readonly name: string
}

/** What became of a division on a day (data/divisions/changes.csv). */
export const DivisionChange = z.object({
  valid_on: PlainDate,
  kind: z.enum(['merge', 'split', 'rename', 'abolish']),
  from_code: RegionCode,
  from_name: z.string().min(1),
  to_code: z.union([RegionCode, z.literal('')]),
  /** Whether `to_code` came into being with it: before that day no such place is counted. */
  is_new: z.stringbool(),
  source: z.string().min(1),
  is_example: z.stringbool(),
})
export type DivisionChange = z.infer<typeof DivisionChange>

export interface DivisionsFile {
  readonly divisions: readonly ListedDivision[]
  readonly changes: readonly DivisionChange[]
}

const LINE = /^(\d{12}),[1-5],(.+)$/

function parseLine(line: string, at: number): ListedDivision {
  const match = LINE.exec(line)
  if (!match?.[1] || !match[2]) throw new Error(`divisions.csv.gz, line ${at + 2}: "${line}" is not "code,level,name".`)
  return { code: match[1] as RegionCode, name: match[2] }
}

/** Whether a code lies below one of the prefixes, or above it, so that paths are whole. */
function belongsTo(code: string, regions: readonly string[]): boolean {
  return regions.some((region) => code.startsWith(region) || ancestorCodes(region.padEnd(12, '0')).includes(code as RegionCode))
}

/** Reads the shipped list, wholly or for some code prefixes (`['50']`: Chongqing). In the order of the codes. */
export async function readDivisionsFile(folder: string, regions: readonly string[]): Promise<DivisionsFile> {
  const [packed, changes] = await Promise.all([
    readFile(join(folder, 'divisions', 'divisions.csv.gz')),
    readFile(join(folder, 'divisions', 'changes.csv'), 'utf8'),
  ])
  const lines = gunzipSync(packed).toString('utf8').trimEnd().split('\n').slice(1)
  const listed = lines.map(parseLine)
  const read = z.array(DivisionChange).parse(parse(changes, { columns: true }))
  if (regions.includes('')) return { divisions: listed, changes: read }
  return {
    divisions: listed.filter(({ code }) => belongsTo(code, regions)),
    changes: read.filter((change) => regions.some((region) => change.from_code.startsWith(region))),
  }
}

/** A digest of everything a load depends on: the same digest, the same rows. */
export async function divisionsFingerprint(folder: string, revision: number): Promise<string> {
  const hash = createHash('sha256').update(`loader ${revision}\n`)
  for (const name of ['divisions/divisions.csv.gz', 'divisions/changes.csv', 'network/codes.csv']) {
    hash.update(await readFile(join(folder, name)))
  }
  return hash.digest('hex')
}
