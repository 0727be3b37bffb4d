import type { Pool, PoolClient } from 'pg'
import { PlainError } from '../../../kernel/plain-error.ts'
import { TIERS } from '../../../kernel/region-code.ts'
import { repositoryPath } from '../../../platform/config/repository-path.ts'
import { rankOf } from '../domain/search-keys.ts'
import { copyRows } from './copy-rows.ts'
import { type DivisionRow, divisionRows } from './division-rows.ts'
import { type DivisionsFile, divisionsFingerprint, readDivisionsFile } from './divisions-file.ts'
import { createKeyIndexes, dropKeyIndexes } from './key-indexes.ts'
import { loadChanges } from './load-changes.ts'
import { loadCodes } from './load-codes.ts'

/** Raised when the loader derives something else from the same files, so that databases are loaded anew. */
const REVISION = 2

export interface LoadDivisions {
  /** Leading digits of the regions wanted: `['50']` is Chongqing. Left out, or `all`: the whole nation. */
  readonly regions?: readonly string[] | 'all'
  readonly log?: (line: string) => void
}

export interface LoadedDivisions {
  /** False where the same files had been loaded before: nothing was touched. */
  readonly changed: boolean
  readonly divisions: number
}

/**
 * Loads the divisions of the nation (665,271) or of some regions, with the owner's connection. Run again it does
 * nothing; after the files have changed it brings the rows up to date. A load is one transaction.
 */
export async function loadDivisions(ownerPool: Pool, { regions: wanted = 'all', log }: LoadDivisions = {}): Promise<LoadedDivisions> {
  const regions = wanted === 'all' ? [''] : wanted
  for (const region of regions) assertRegion(region)
  const folder = repositoryPath('data')
  const fingerprint = await divisionsFingerprint(folder, REVISION)
  const client = await ownerPool.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('network.load_divisions'))")
    const due = await findDue(client, { regions, fingerprint })
    if (due.length > 0) log?.(due.includes('') ? '正在载入全国行政区划，约一分钟。' : `正在载入行政区划：${due.join('、')}。`)
    const divisions = due.length === 0 ? 0 : await loadRegions(client, { folder, regions: due, fingerprint })
    await client.query('commit')
    return { changed: due.length > 0, divisions }
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
}

function assertRegion(region: string): void {
  if (/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|)$/.test(region)) return
  throw new PlainError({
    zh: `“${region}”不是行政区划。请写代码开头的 2、4、6、9 或 12 位数字，例如 50（重庆）。`,
    en: `"${region}" is no region: give 2, 4, 6, 9 or 12 leading digits of a division code, such as 50.`,
  })
}

interface Wanted {
  readonly regions: readonly string[]
  readonly fingerprint: string
}

/** The regions that neither they nor a region around them has been loaded from these very files. */
async function findDue(client: PoolClient, { regions, fingerprint }: Wanted): Promise<readonly string[]> {
  const { rows } = await client.query<{ region: string }>('select region from network.division_loads where fingerprint = $1', [fingerprint])
  return regions.filter((region) => !rows.some((loaded) => region.startsWith(loaded.region)))
}

async function loadRegions(client: PoolClient, { folder, regions, fingerprint }: Wanted & { readonly folder: string }): Promise<number> {
  const file = await readDivisionsFile(folder, regions)
  const missing = regions.find((region) => !file.divisions.some(({ code }) => code.startsWith(region)))
  if (missing !== undefined) {
    throw new PlainError({
      zh: `名单里没有以 ${missing} 开头的行政区划。请在 data/divisions/divisions.csv.gz 中查对代码。`,
      en: `No division's code begins with ${missing}. Look it up in data/divisions/divisions.csv.gz.`,
    })
  }
  await loadCodes(client, folder)
  await loadChanges(client, file.changes)
  const count = await loadRows(client, file, regions)
  await client.query(
    `insert into network.division_loads (region, fingerprint) select unnest($1::text[]), $2
     on conflict (region) do update set fingerprint = excluded.fingerprint, loaded_at = now()`,
    [regions, fingerprint],
  )
  return count
}

const COLUMNS = 'code, name, short_name, tier, parent_code, pinyin, initials, is_pseudo, valid_from, valid_to'

const divisionFields = (row: DivisionRow) =>
  [row.code, row.name, row.shortName, row.tier, row.parentCode, row.pinyin, row.initials, row.isPseudo, row.validFrom, row.validTo] as const

/** Rows are derived while the database takes them in, and kept for their keys. Those it has already are compared. */
async function loadRows(client: PoolClient, file: DivisionsFile, regions: readonly string[]): Promise<number> {
  const existing = await client.query<{ code: string }>('select code from network.divisions')
  const known = new Set(existing.rows.map(({ code }) => code))
  const rows: DivisionRow[] = []
  function* newRows() {
    for (const row of divisionRows(file)) {
      rows.push(row)
      if (!known.has(row.code)) yield divisionFields(row)
    }
  }
  await copyRows(client, `network.divisions (${COLUMNS})`, newRows())
  await mergeRows(client, rows.filter(({ code }) => known.has(code)).map(divisionFields))
  await loadKeys(client, rows, regions.includes(''))
  return rows.length
}

/** Writes only the rows that differ from what stands there. */
async function mergeRows(client: PoolClient, rows: Iterable<ReturnType<typeof divisionFields>>): Promise<void> {
  await client.query('create temporary table incoming (like network.divisions including defaults) on commit drop')
  await copyRows(client, `incoming (${COLUMNS})`, rows)
  await client.query(`
    insert into network.divisions as d (${COLUMNS}) select ${COLUMNS} from incoming
    on conflict (code) do update set
      name = excluded.name, short_name = excluded.short_name, parent_code = excluded.parent_code, pinyin = excluded.pinyin,
      initials = excluded.initials, is_pseudo = excluded.is_pseudo,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to
    where (d.name, d.short_name, d.parent_code, d.pinyin, d.initials, d.is_pseudo, d.valid_from, d.valid_to)
      is distinct from (excluded.name, excluded.short_name, excluded.parent_code, excluded.pinyin, excluded.initials, excluded.is_pseudo, excluded.valid_from, excluded.valid_to)`)
  await client.query('drop table incoming')
}

function* keyFields(rows: readonly DivisionRow[]) {
  for (const { code, tier, keys } of rows) {
    const depth = TIERS.indexOf(tier)
    for (const key of keys.starts) yield [key, rankOf(depth, 'starts'), code] as const
    for (const key of keys.inside) yield [key, rankOf(depth, 'inside'), code] as const
  }
}

/** The nation's three million keys are sorted once, by building the indexes after them. */
async function loadKeys(client: PoolClient, rows: readonly DivisionRow[], isNation: boolean): Promise<void> {
  if (isNation) await dropKeyIndexes(client)
  else await client.query('delete from network.division_keys where code = any($1)', [rows.map(({ code }) => code)])
  await copyRows(client, 'network.division_keys (key, rank, code)', keyFields(rows))
  if (isNation) await createKeyIndexes(client)
}
