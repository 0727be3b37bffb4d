import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'

/**
 * Hold the grants; log in nowhere. Shared by all databases of a server. `guidui_app` is the program when it acts for an
 * office, `guidui_me` when it acts for a person on /me: that one reaches the rows of one file and nothing else.
 */
const GROUP_ROLES = ['guidui_app', 'guidui_me'] as const
type GroupRole = (typeof GROUP_ROLES)[number]

/** PostgreSQL cuts longer names silently. */
const LONGEST_NAME = 63

/** The roles the application logs in as, two a database: for offices and for persons. */
export const loginRoleOf = (database: string, group: GroupRole = 'guidui_app'): string => `${group}_${database}`

/** All login roles of a database. */
export const loginRolesOf = (database: string): string[] => GROUP_ROLES.map((group) => loginRoleOf(database, group))

/**
 * Sees to it that the application's roles exist, that each login role has this password and no power beyond its
 * group's grants. Safe for several databases of one server at once; the caller sees to it that it runs once at a time
 * in one database.
 *
 * @throws PlainError where a role of that name has more power than it may
 */
export async function ensureAppRoles(client: pg.ClientBase, database: string, password: string): Promise<void> {
  for (const group of GROUP_ROLES) await ensureRole(client, { group, login: loginRoleOf(database, group), database, password })
}

interface WantedRole {
  readonly group: GroupRole
  readonly login: string
  readonly database: string
  readonly password: string
}

async function ensureRole(client: pg.ClientBase, { group, login, database, password }: WantedRole): Promise<void> {
  if (Buffer.byteLength(login) > LONGEST_NAME) {
    throw new PlainError({
      zh: `数据库名 ${database} 过长（角色名 ${login} 超过 ${LONGEST_NAME} 字节）。请换一个较短的数据库名。`,
      en: `The database name ${database} is too long (the role ${login} exceeds ${LONGEST_NAME} bytes). Choose a shorter one.`,
    })
  }
  await createRole(client, group, 'nologin')
  await createRole(client, login, 'login')
  await assertPowerless(client, login, group)
  await client.query(`grant ${group} to ${pg.escapeIdentifier(login)}`)
  await client.query(`alter role ${pg.escapeIdentifier(login)} with login password ${pg.escapeLiteral(scramVerifier(password))}`)
}

/** A role that is there already, or comes at the same moment from another database's migration, is as good. */
async function createRole(client: pg.ClientBase, name: string, kind: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  if (rowCount !== 0) return
  const [DUPLICATE_OBJECT, UNIQUE_VIOLATION] = ['42710', '23505']
  try {
    await client.query(
      `create role ${pg.escapeIdentifier(name)} with ${kind} nosuperuser nobypassrls nocreatedb nocreaterole noreplication`,
    )
  } catch (fault) {
    if (!(fault instanceof pg.DatabaseError && (fault.code === DUPLICATE_OBJECT || fault.code === UNIQUE_VIOLATION))) throw fault
  }
}

async function assertPowerless(client: pg.ClientBase, login: string, group: GroupRole): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles
      where rolname = any($1) and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
     union all
     select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member
      where r.rolname = any($1) and g.rolname <> $2`,
    [[login, group], group],
  )
  if (rows.length === 0) return
  const names = rows.map(({ rolname }) => rolname).join(', ')
  throw new PlainError({
    zh: `数据库角色 ${login} 的权限超出应用所需（${names}：超级用户、绕过行级安全、建库建角色，或属于别的组）。请收回这些权限或删除该角色后重试。`,
    en: `The database role ${login} has more power than the application may have (${names}: superuser, bypassing row security, creating databases or roles, or member of another group). Take it away, or drop the role, and try again.`,
  })
}

/** The password as PostgreSQL stores it (RFC 5803), so that the plain one is never in a statement, and so in no log. */
function scramVerifier(password: string): string {
  if (!/^[\x21-\x7e]{16,}$/.test(password))
    throw new Error('the application role needs a password of at least 16 printable ASCII characters')
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const keyed = (words: string): Buffer => createHmac('sha256', salted).update(words).digest()
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`
}
