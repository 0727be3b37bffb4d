import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import { KNOWN_KEY } from './known-keys.ts'
import type { IndexKey } from './secrets.ts'
import { profileOfFormat } from './suites.ts'

const NAME = 'secrets.index'

/** Under which key the blind indexes of a database stand. */
export interface KeptIndex extends IndexKey {
  /** Being made anew under this one: some rows stand under either. */
  readonly towards?: IndexKey | undefined
  /** When they were last made anew. */
  readonly since?: string | undefined
}

type Asker = Pick<pg.Pool, 'query'>

/** Undefined in a database that no program of today has opened. */
export async function findIndex(owner: Asker): Promise<KeptIndex | undefined> {
  const { rows } = await owner.query<{ value: KeptIndex }>('select value from app.settings where key = $1', [NAME])
  return rows[0]?.value
}

export async function saveIndex(owner: Asker, kept: KeptIndex): Promise<void> {
  await owner.query('insert into app.settings (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value', [
    NAME,
    JSON.stringify(kept),
  ])
}

/** What the indexes of a database from before this was kept stand under: the first key that it ever knew. */
async function firstKey(owner: Asker): Promise<IndexKey | undefined> {
  const { rows } = await owner.query<{ version: number; value: string }>(
    "select right(key, 5)::int as version, value #>> '{}' as value from app.settings where starts_with(key, $1) order by key limit 1",
    [KNOWN_KEY],
  )
  const [first] = rows
  const profile = profileOfFormat(Buffer.from(first?.value.slice(0, 2) ?? '', 'hex')[0])
  return first && profile && { version: first.version, profile }
}

/**
 * The key under which indexes are made and asked for, whatever key is the newest: the one of the first start, until
 * `guidui keys reindex` has made them anew. After `recordKey`.
 *
 * @throws PlainError where that was begun and has not ended: the same citizen would be found by some rows and not by others
 */
export async function indexInForce(owner: Asker, newest: IndexKey): Promise<IndexKey> {
  const kept = await findIndex(owner)
  if (kept?.towards) {
    throw new PlainError({
      zh: `索引正在换到密钥版本 ${kept.towards.version}，还没有换完，现在启动会查重查不全。请再运行 guidui keys reindex，它会接着做完。`,
      en: `The indexes are being made anew under key version ${kept.towards.version} and that has not ended; started now, duplicates would be missed. Run guidui keys reindex again: it goes on where it was.`,
    })
  }
  if (kept) return { version: kept.version, profile: kept.profile }
  const first = (await firstKey(owner)) ?? newest
  await saveIndex(owner, first)
  return first
}
