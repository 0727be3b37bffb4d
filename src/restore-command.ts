import { existsSync } from 'node:fs'
import { mkdir, realpath, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { PlainError } from './kernel/plain-error.ts'
import { rebuild } from './modules/indicators/index.ts'
import { openFloor, openRing } from './open-floor.ts'
import { type CheckedBackup, checkBackup, restoreBackup } from './platform/backup/index.ts'
import { type Config, readConfig } from './platform/config/config.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { findPostmaster, stopPostmaster } from './platform/database/postmaster-process.ts'
import { verifyJournal } from './platform/journal/verify-journal.ts'
import { openSecrets } from './platform/secrets/secrets.ts'

type Say = (line: string) => void

/**
 * `guidui restore FILE`: puts a backup into an empty data directory or database. `--drill` does the same beside what is
 * there, looks at it, and clears it away again. Nothing that exists is overwritten; cut short, nothing looks restored.
 */
export async function restore(args: readonly string[], say: Say): Promise<void> {
  const { path, isDrill } = readArgs(args)
  const config = readConfig()
  assertKey(config)
  if (!isDrill) assertFree(config)
  const began = performance.now()
  const secrets = openSecrets(await openRing(config))
  const checked = await checkBackup(path, secrets)
  say(
    `备份完整 / the backup is whole: ${checked.manifest.madeAt}，${checked.ending.rows} 行 / rows，${checked.ending.files} 个文件 / files`,
  )
  if (config.databaseUrl !== undefined && !isDrill) await fill(path, checked, config, say)
  else await fillBeside(path, checked, { config, isDrill }, say)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(
    isDrill ? `演练通过，用时 ${seconds} 秒 / the drill went well, ${seconds} s` : `已恢复，用时 ${seconds} 秒 / restored in ${seconds} s`,
  )
}

function readArgs(args: readonly string[]): { path: string; isDrill: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { drill: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  })
  const [named] = positionals
  if (named === undefined || positionals.length > 1) {
    throw new PlainError({ zh: '用法：guidui restore 备份文件 [--drill]', en: 'Usage: guidui restore FILE [--drill]' })
  }
  const path = resolve(named)
  if (!existsSync(path))
    throw new PlainError({ zh: `没有 ${path} 这个文件。请检查路径。`, en: `There is no file ${path}. Check the path.` })
  return { path, isDrill: values['drill'] === true }
}

/** A new key would be the wrong one. */
function assertKey({ masterKeyFile, dataDirectory }: Config): void {
  const place = join(dataDirectory, 'master.key')
  if (masterKeyFile !== undefined || existsSync(place)) return
  throw new PlainError({
    zh: `恢复需要当时的主密钥。请先把它放到 ${place}（权限 600），或用 GUIDUI_MASTER_KEY_FILE 指明。`,
    en: `A restore needs the master key of that time. Put it at ${place} (mode 600), or name it with GUIDUI_MASTER_KEY_FILE.`,
  })
}

function assertFree({ databaseUrl, dataDirectory }: Config): void {
  const taken = join(dataDirectory, 'postgresql')
  if (databaseUrl !== undefined || !existsSync(taken)) return
  throw new PlainError({
    zh: `${taken} 已存在，恢复不会覆盖它。请停下程序，把它改名（例如加 .old），或用 GUIDUI_DATA 换一个目录，再恢复。`,
    en: `${taken} exists, and a restore never overwrites it. Stop the program and rename it (say, add .old), or choose another GUIDUI_DATA, then restore.`,
  })
}

/** Made beside its place and moved there when all is well; the database last, for it is what counts. */
async function fillBeside(path: string, checked: CheckedBackup, asked: { config: Config; isDrill: boolean }, say: Say): Promise<void> {
  const { dataDirectory, masterKeyFile } = asked.config
  const draft = join(dataDirectory, asked.isDrill ? 'drill' : 'restoring')
  await clear(draft)
  const keyFile = masterKeyFile ?? join(dataDirectory, 'master.key')
  try {
    await fill(path, checked, { ...asked.config, databaseUrl: undefined, dataDirectory: draft, masterKeyFile: keyFile }, say)
    if (asked.isDrill) return
    await putAside(join(dataDirectory, 'files'), say)
    await mkdir(join(draft, 'files'), { recursive: true, mode: 0o700 })
    for (const part of ['files', 'postgresql']) await rename(join(draft, part), join(dataDirectory, part))
  } finally {
    await clear(draft)
  }
}

/** Of a restore that was killed the server runs on. */
async function clear(draft: string): Promise<void> {
  const cluster = join(draft, 'postgresql', 'cluster')
  const running = existsSync(cluster) ? await findPostmaster(await realpath(cluster)) : undefined
  if (running) await stopPostmaster(running.pid, await realpath(cluster))
  await rm(draft, { recursive: true, force: true })
}

/** Stored files of a directory whose database is gone, or of a restore that was cut short at its last step. */
async function putAside(files: string, say: Say): Promise<void> {
  if (!existsSync(files)) return
  const aside = `${files}.old-${Date.now()}`
  await rename(files, aside)
  say(`原有的文件目录已改名 / the directory of files that was there is now: ${aside}`)
}

/** Rows and files of then, the schema of today, the figures made anew, every chain walked. */
async function fill(path: string, checked: CheckedBackup, config: Config, say: Say): Promise<void> {
  const { databaseUrl, dataDirectory } = config
  const secrets = openSecrets(await openRing(config))
  const appPassword = secrets.derive('database.app-role').toString('hex')
  const empty = await openDatabase({ databaseUrl, dataDirectory, appPassword, log: () => undefined })
  try {
    const asked = { pool: empty.ownerPool, secrets, appPassword, files: join(dataDirectory, 'files'), log: say }
    await restoreBackup(path, checked, asked)
  } finally {
    await empty.close()
  }
  const { database } = await openFloor(config, say)
  try {
    const { facts } = await rebuild(database.ownerPool)
    say(`统计数字已重建 / figures made anew: ${facts} 条事实 / facts`)
    const verdicts = await verifyJournal(database.ownerPool)
    for (const { bureauCode, leaves, head, broken } of verdicts) say(`${bureauCode}  ${broken ? '✗' : '✓'} ${leaves} 条 / leaves  ${head}`)
    if (verdicts.some(({ broken }) => broken))
      throw new PlainError({
        zh: '留痕链有断裂：备份之前就已经断了，请运行 guidui journal verify 查看。',
        en: 'A chain is broken, and was so before the backup: see guidui journal verify.',
      })
  } finally {
    await database.close()
  }
}
