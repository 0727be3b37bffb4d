import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { reindexes, sealedTables } from './catalogue.ts'
import type { AccountId } from './kernel/id.ts'
import { PlainError } from './kernel/plain-error.ts'
import { rangeOf, type UnitCode } from './kernel/region-code.ts'
import { openRing } from './open-floor.ts'
import { forgetSignOns } from './platform/access/index.ts'
import { systemClock } from './platform/clock/clock.ts'
import { readConfig } from './platform/config/config.ts'
import { loginRolesOf } from './platform/database/app-role.ts'
import { openOwner } from './platform/database/open-owner.ts'
import { withScope } from './platform/database/scope.ts'
import { appendLeaf } from './platform/journal/append-leaf.ts'
import { countAll, countStale, rotateAll, type Sealings } from './platform/rotation/index.ts'
import { addKey, removeKey } from './platform/secrets/edit-ring.ts'
import { findIndex, saveIndex } from './platform/secrets/index-in-force.ts'
import { assertKnownKeys, forgetKey, listKnownKeys } from './platform/secrets/known-keys.ts'
import { openSecrets, type SecretsOptions } from './platform/secrets/secrets.ts'

type Say = (line: string) => void

interface Office extends Sealings {
  readonly ring: SecretsOptions & { readonly path: string }
  /** The version that encrypts. */
  readonly newest: number
}

/** The database as its owner, and the keys of the configuration, which must be those that it knows. */
async function withOffice<T>(work: (office: Office) => Promise<T>): Promise<T> {
  const config = readConfig()
  const { databaseUrl, dataDirectory } = config
  const database = await openOwner({ databaseUrl, dataDirectory, appPassword: '', log: () => undefined })
  try {
    const ring = await openRing(config)
    const secrets = openSecrets(ring)
    await assertKnownKeys(database.pool, secrets)
    const office = {
      pool: database.pool,
      secrets,
      tables: sealedTables,
      files: join(dataDirectory, 'files'),
      ring,
      newest: ring.version ?? 1,
    }
    return await work(office)
  } finally {
    await database.close()
  }
}

const seen = (count: number): string => count.toLocaleString('en-US')

/** `guidui keys`: which keys there are, how much stands under each, and which one the indexes are of. */
export const keysList = (say: Say): Promise<void> =>
  withOffice(async ({ ring, newest, ...sealings }) => {
    const [counts, index] = [await countAll(sealings), await findIndex(sealings.pool)]
    const under = new Map<number, number>()
    for (const [begins, count] of counts) {
      const version = Number.parseInt(begins.slice(2), 16)
      under.set(version, (under.get(version) ?? 0) + count)
    }
    for (const version of [newest, ...(ring.earlier ?? []).map((key) => key.version)]) {
      const marks = [...(version === newest ? ['加密用 / encrypts'] : []), ...(version === index?.version ? ['索引用 / indexes'] : [])]
      say(`版本 / version ${version}  ${seen(under.get(version) ?? 0)} 条密文 / ciphertexts  ${marks.join('，')}`)
    }
  })

/** `guidui keys add`: a new key in the key file; it encrypts from the next start on. */
export const keysAdd = (say: Say): Promise<void> =>
  withOffice(async ({ ring, newest, pool }) => {
    if (!(await listKnownKeys(pool)).includes(newest)) throw notStarted(newest)
    await addKey(ring.path, newest + 1)
    say(`已加入密钥版本 ${newest + 1} / added key version ${newest + 1}: ${ring.path}`)
    say(
      '请立即把这个文件另存一份，然后重启程序，再运行 guidui keys rotate / keep a copy of the file, restart the program, then: guidui keys rotate',
    )
  })

/** `guidui keys rotate`: everything sealed anew with the newest key, beside a server at work. Gives whether nothing is left. */
export const keysRotate = (say: Say): Promise<boolean> =>
  withOffice(async (office) => {
    if (!(await listKnownKeys(office.pool)).includes(office.newest)) throw notStarted(office.newest)
    const began = performance.now()
    const { written, left, unreadable } = await rotateAll(office, (what, count) => say(`${what}  ${seen(count)}`))
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    if (written > 0) await leave(office.pool, 'keys.rotate', { version: office.newest, written, left })
    say(
      `已重新加密 ${seen(written)} 条，用时 ${seconds} 秒；还剩 ${seen(left)} 条 / ${seen(written)} sealed anew in ${seconds} s, ${seen(left)} left`,
    )
    for (const place of unreadable.slice(0, 20)) say(`读不出 / does not open: ${place}`)
    if (left > unreadable.length) say('有的行一直被占用，请稍后再运行一次 / some rows were held by others all the time: run it again later')
    return left === 0
  })

/** `guidui keys reindex`: what is found by keyed hashes, made anew under the newest key while nobody else is at work. */
export const keysReindex = (say: Say): Promise<void> =>
  withOffice(async ({ pool, ring, newest }) => {
    if (!(await listKnownKeys(pool)).includes(newest)) throw notStarted(newest)
    await assertAlone(pool)
    const kept = await findIndex(pool)
    const towards = { version: newest, profile: ring.profile }
    if (!kept) throw notStarted(newest)
    await saveIndex(pool, { ...kept, towards })
    const secrets = openSecrets({ ...ring, index: towards })
    let rows = 0
    for (const reindex of reindexes) rows += await reindex(pool, secrets)
    await pool.query('delete from access.phone_codes')
    await saveIndex(pool, { ...towards, since: systemClock.now() })
    await leave(pool, 'keys.reindex', { version: newest, rows })
    say(`索引已换到密钥版本 ${newest}，${seen(rows)} 行 / the indexes are of key version ${newest} now, ${seen(rows)} rows`)
  })

/** `guidui keys retire VERSION`: takes a key away that nothing needs any more. */
export const keysRetire = (args: readonly string[], say: Say): Promise<void> =>
  withOffice(async ({ ring, newest, ...sealings }) => {
    const version = Number(args[0])
    if (args.length !== 1 || !(ring.earlier ?? []).some((key) => key.version === version)) {
      throw new PlainError({
        zh: `用法：guidui keys retire 版本号；可以退役的是比 ${newest} 旧、仍在密钥文件里的版本。`,
        en: `Usage: guidui keys retire VERSION: an earlier one than ${newest} that is in the key file.`,
      })
    }
    const [index, left] = [await findIndex(sealings.pool), await countStale(sealings)]
    if (left > 0) throw stillSealed(left)
    if (!index || index.towards || index.version === version) throw stillIndexed(version)
    if (index.since) for (const line of await forgetWhatIsLost(sealings.pool, index.since)) say(line)
    await forgetKey(sealings.pool, version)
    await removeKey(ring.path, version)
    await leave(sealings.pool, 'keys.retire', { version })
    say(`密钥版本 ${version} 已退役 / key version ${version} is retired: ${ring.path}`)
    say(
      '以前的备份仍是用它封的：要恢复那些备份，就把它另存在别处；否则连同备份一起销毁 / earlier backups are sealed with it: keep it elsewhere to restore them, or destroy it with them',
    )
  })

/** What only its owner can show again is not found under another key. */
async function forgetWhatIsLost(pool: Sealings['pool'], since: string): Promise<string[]> {
  const signOns = await forgetSignOns(pool, since)
  return signOns === 0
    ? []
    : [
        `${signOns} 个统一身份认证绑定已解除，请本人用密码登录后重新绑定 / ${signOns} bindings of single sign-on have ended: bind them again`,
      ]
}

/** Whoever searched or registered meanwhile would find half of what there is. */
async function assertAlone(pool: Sealings['pool']): Promise<void> {
  const { rows } = await pool.query<{ database: string; user: string }>(
    'select datname as database, usename as "user" from pg_stat_activity where datname = current_database()',
  )
  if (!rows.some(({ database, user }) => loginRolesOf(database).includes(user))) return
  throw new PlainError({
    zh: '程序正在运行。重建索引时不能有人同时登记或查询，请先停下程序，再运行 guidui keys reindex。什么也没有改动。',
    en: 'The program is running. Nobody may register or search while indexes are made anew: stop it first, then run guidui keys reindex. Nothing was changed.',
  })
}

/** The chains that no other chain is above. */
const TOP_CHAINS = `select h.bureau_code || '000000' as unit from spine.heads h
  where not exists (select from spine.heads up
                     where up.bureau_code <> h.bureau_code and up.bureau_code in (left(h.bureau_code, 2) || '0000', left(h.bureau_code, 4) || '00'))
  order by h.bureau_code`

/** Stands in the journal at the top, under an id of its own: which key, and how many. */
async function leave(pool: Sealings['pool'], name: string, detail: Readonly<Record<string, number>>): Promise<void> {
  const { rows } = await pool.query<{ unit: UnitCode }>(TOP_CHAINS)
  for (const { unit: unitCode } of rows) {
    const id = uuidv7() as AccountId
    await withScope(pool, rangeOf(unitCode), 'write', (tx) =>
      appendLeaf(tx, { id, name, unitCode, accountId: id, at: systemClock.now(), detail }),
    )
  }
}

const notStarted = (version: number): PlainError =>
  new PlainError({
    zh: `程序还没有用密钥版本 ${version} 启动过。请先重启程序（所有服务器），再试。`,
    en: `The program has not been started with key version ${version} yet. Restart it (on every server), then try again.`,
  })

const stillSealed = (left: number): PlainError =>
  new PlainError({
    zh: `还有 ${seen(left)} 条密文不是用最新密钥加密的，这个密钥还不能退役。请先运行 guidui keys rotate。什么也没有改动。`,
    en: `${seen(left)} ciphertexts are not sealed with the newest key: this one cannot be retired yet. Run guidui keys rotate first. Nothing was changed.`,
  })

const stillIndexed = (version: number): PlainError =>
  new PlainError({
    zh: `索引还在用密钥版本 ${version}：退役它就再也查不到重复。请停下程序，运行 guidui keys reindex。什么也没有改动。`,
    en: `The indexes are of key version ${version}: without it no duplicate would be found. Stop the program and run guidui keys reindex. Nothing was changed.`,
  })
