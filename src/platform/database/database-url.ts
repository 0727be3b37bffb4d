import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'

/** A server's database as its owner sees it. */
export interface NamedDatabase {
  readonly database: string
  readonly connection: pg.ClientConfig
}

/**
 * Reads `DATABASE_URL`.
 *
 * @throws PlainError where it is no PostgreSQL address or names no database
 */
export function readDatabaseUrl(text: string): NamedDatabase {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const database = decodeURIComponent(url?.pathname.slice(1) ?? '')
  if (url && /^postgres(ql)?:$/.test(url.protocol) && database !== '') return { database, connection: { connectionString: text } }
  throw new PlainError({
    zh: 'DATABASE_URL 不是完整的 PostgreSQL 地址。应形如 postgres://用户:密码@主机:5432/数据库名。',
    en: 'DATABASE_URL is not a whole PostgreSQL address. It looks like postgres://owner:password@host:5432/database.',
  })
}

/** The same server under another name and password. In the query part, because an address of a socket has no place for a name before its host. */
export function asRole({ connection }: NamedDatabase, user: string, password: string): pg.ClientConfig {
  if (connection.connectionString === undefined) return { ...connection, user, password }
  const url = new URL(connection.connectionString)
  if (url.host !== '') [url.username, url.password] = ['', '']
  url.searchParams.set('user', user)
  url.searchParams.set('password', password)
  return { connectionString: url.href }
}

const REASONS: readonly { code: RegExp; zh: string; en: string }[] = [
  {
    code: /^(ECONNREFUSED|ENOENT|ETIMEDOUT|EHOSTUNREACH)$/,
    zh: '连接不上，请检查主机、端口和服务器是否在运行',
    en: 'it cannot be reached; check host and port, and that it is running',
  },
  { code: /^(ENOTFOUND|EAI_AGAIN)$/, zh: '找不到该主机名', en: 'its host name cannot be found' },
  { code: /^28/, zh: '用户名或密码不被接受', en: 'it does not accept the user or password' },
  { code: /^3D000$/, zh: '数据库不存在，请先用 createdb 建立', en: 'the database does not exist; create it with createdb first' },
  { code: /^53300$/, zh: '连接数已满，请调大 max_connections', en: 'it has no free connections; raise its max_connections' },
]

/** Why the server of an address cannot be used, in a sentence that does not hold its password; any other fault unchanged. */
export function explainConnection(fault: unknown, databaseUrl: string): unknown {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  const known = REASONS.find((reason) => reason.code.test(code))
  if (!known) return fault
  const url = new URL(databaseUrl)
  const where = `${url.host || (url.searchParams.get('host') ?? 'localhost')}${url.pathname}`
  return new PlainError({ zh: `DATABASE_URL 所指的 ${where}：${known.zh}。`, en: `DATABASE_URL, ${where}: ${known.en}.` }, fault)
}
