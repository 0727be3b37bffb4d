import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import type { Secrets } from './secrets.ts'

const COLUMN = 'app.settings.value'
const NAME = 'secrets.key'

/** With what the names of the settings begin that remember keys. */
export const KNOWN_KEY = `${NAME}.`

/** The setting that remembers a key; they are in the order of their versions. */
export const versionName = (version: number): string => `${KNOWN_KEY}${String(version).padStart(5, '0')}`

/** Known to everybody: what it proves is that the key which sealed it is the key that opens it. */
const WORDS = 'guidui'

/**
 * Refuses a ring of keys that cannot open what the keys of this database have sealed, before anything is written with it.
 * A database that has never seen a key passes.
 *
 * @throws PlainError where a key is another one than then, or is missing from the ring
 */
export async function assertKnownKeys(owner: pg.Pool, secrets: Secrets): Promise<void> {
  const { rows: found } = await owner.query<{ exists: boolean }>("select to_regclass('app.settings') is not null as exists")
  if (!found[0]?.exists) return
  const { rows } = await owner.query<{ key: string; value: string }>(
    "select key, value #>> '{}' as value from app.settings where starts_with(key, $1) order by key",
    [KNOWN_KEY],
  )
  const strange = rows.filter(({ key, value }) => !opens(secrets, key, value)).map(({ key }) => key.slice(KNOWN_KEY.length))
  if (strange.length === 0) return
  const versions = strange.map((version) => Number(version)).join(', ')
  throw new PlainError({
    zh: `主密钥与这个数据库不配：版本 ${versions} 不是当初加密所用的那一个，或不在密钥文件里。用错的密钥会读不出也搜不到已有的个人信息，所以没有启动，什么也没有改动。请换回原来的主密钥文件（数据目录里的 master.key，或 GUIDUI_MASTER_KEY_FILE 所指的备份）；轮换密钥时请保留旧版本的行。`,
    en: `The master key does not belong to this database: version ${versions} is not the one that encrypted it, or is missing from the key file. With a wrong key nobody could read or find the personal data that is there, so nothing was started and nothing changed. Put the right key file back (master.key in the data directory, or the backup that GUIDUI_MASTER_KEY_FILE names); when rotating keys, keep the lines of earlier versions.`,
  })
}

function opens(secrets: Secrets, key: string, value: string): boolean {
  try {
    return secrets.decrypt(COLUMN, key, Buffer.from(value, 'hex')) === WORDS
  } catch {
    return false
  }
}

/** Remembers the key that encrypts from now on, so that no other of its version is ever taken for it. After the migration. */
export async function recordKey(owner: pg.Pool, secrets: Secrets): Promise<void> {
  const version = secrets.encrypt(COLUMN, NAME, '').readUInt16BE(1)
  const key = versionName(version)
  await owner.query('insert into app.settings (key, value) values ($1, to_jsonb($2::text)) on conflict (key) do nothing', [
    key,
    secrets.encrypt(COLUMN, key, WORDS).toString('hex'),
  ])
}

/** The versions that the database remembers, the oldest first: it needs them all. */
export async function listKnownKeys(owner: Pick<pg.Pool, 'query'>): Promise<number[]> {
  const { rows } = await owner.query<{ key: string }>('select key from app.settings where starts_with(key, $1) order by key', [KNOWN_KEY])
  return rows.map(({ key }) => Number(key.slice(KNOWN_KEY.length)))
}

/** Forgets a key that nothing is sealed with any more. */
export async function forgetKey(owner: Pick<pg.Pool, 'query'>, version: number): Promise<void> {
  await owner.query('delete from app.settings where key = $1', [versionName(version)])
}
