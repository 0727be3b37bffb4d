import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'

/** Older ones leak rows past row-level security through statistics (CVE-2025-8713, and CVE-2024-10976 before it). */
const FIRST_SAFE_MINOR: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 }

/** The newest that the tests have run on: what a later one changes nobody here knows. */
const NEWEST_MAJOR = 18

/** Turned off, each of these loses or tears acknowledged records when the power fails. */
const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit']

/**
 * Refuses a server that cannot keep our promises.
 *
 * @param isUnsafeAllowed for tests: a server without durability will do (its version must be right all the same)
 * @throws PlainError naming the version or the settings
 */
export async function assertServer(pool: pg.Pool, isUnsafeAllowed: boolean): Promise<void> {
  const { rows } = await pool.query<{ name: string; setting: string }>('select name, setting from pg_settings where name = any($1)', [
    ['server_version_num', 'server_version', ...MUST_BE_ON],
  ])
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]))
  assertVersion(Number(settings.get('server_version_num')))
  const off = MUST_BE_ON.filter((name) => settings.get(name) === 'off')
  if (off.length === 0 || isUnsafeAllowed) return
  throw new PlainError({
    zh: `DATABASE_URL 所指的服务器关闭了 ${off.join('、')}，断电会丢失已确认的记录。请在该服务器的 postgresql.conf 中设为 on 并重启。`,
    en: `The server of DATABASE_URL has ${off.join(', ')} off: a power cut would lose acknowledged records. Turn them on in its postgresql.conf and restart it.`,
  })
}

/** @param version as `server_version_num`: 150018 is 15.18 */
export function assertVersion(version: number): void {
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000]
  const least = FIRST_SAFE_MINOR[major] ?? 0
  if (major > NEWEST_MAJOR) throw tooNew(major)
  if (major >= 15 && minor >= least) return
  throw new PlainError({
    zh: `DATABASE_URL 所指的服务器是 PostgreSQL ${major}.${minor}，行级安全有已知漏洞或版本过旧。请升级到 15.14、16.10、17.6、18.0 或更高版本。`,
    en: `The server of DATABASE_URL is PostgreSQL ${major}.${minor}, which is too old or has known holes in row-level security. Upgrade it to 15.14, 16.10, 17.6, 18.0 or later.`,
  })
}

const tooNew = (major: number): PlainError =>
  new PlainError({
    zh: `DATABASE_URL 所指的服务器是 PostgreSQL ${major}，比本版本测试过的 15 至 18 新。请改用 15 至 18 的服务器，或升级 Guidui。`,
    en: `The server of DATABASE_URL is PostgreSQL ${major}, newer than the 15 to 18 that this Guidui was tested on. Use one of those, or a newer Guidui.`,
  })
