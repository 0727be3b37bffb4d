import { readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { PlainError } from './kernel/plain-error.ts'
import { REBUILT_TABLES } from './modules/indicators/index.ts'
import { openRing } from './open-floor.ts'
import { writeBackup } from './platform/backup/index.ts'
import { systemClock } from './platform/clock/clock.ts'
import { type Config, readConfig } from './platform/config/config.ts'
import { openOwner } from './platform/database/open-owner.ts'
import { openSecrets } from './platform/secrets/secrets.ts'

type Say = (line: string) => void

/** `guidui-20261201T015500Z.backup`: in the order of their names they are in the order of their times. */
const nameAt = (now: string): string => `guidui-${now.replace(/[-:]|\.\d+/g, '')}.backup`
const NAME = /^guidui-\d{8}T\d{6}Z\.backup$/

/** `guidui backup DIRECTORY [--keep N]`: a sealed copy of everything, read back; with `--keep` only the newest N stay. */
export async function backup(args: readonly string[], say: Say): Promise<void> {
  const { directory, keep } = await readArgs(args)
  const config = readConfig()
  const began = performance.now()
  const path = join(directory, nameAt(systemClock.now()))
  const { ending } = await writeFrom(config, path)
  const [megabytes, seconds] = [(await stat(path)).size / 1_048_576, (performance.now() - began) / 1000]
  say(`已备份，并读回核对过 / backed up and read back: ${path}`)
  say(
    `${megabytes.toFixed(1)} MB，${ending.tables} 张表 ${ending.rows} 行，${ending.files} 个文件，${seconds.toFixed(1)} 秒 / ${ending.rows} rows of ${ending.tables} tables, ${ending.files} files`,
  )
  for (const { bureauCode, leaves, hash } of ending.heads) say(`${bureauCode}  ${leaves} 条 / leaves  ${hash}`)
  for (const old of await dropOld(directory, keep)) say(`已删旧备份 / removed: ${old}`)
  say('主密钥不在备份里，请另处保存 / the master key is not in it: keep it elsewhere')
}

async function readArgs(args: readonly string[]): Promise<{ directory: string; keep: number }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { keep: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  })
  const [named] = positionals
  const keep = values['keep'] === undefined ? Number.POSITIVE_INFINITY : Number(values['keep'])
  if (named === undefined || positionals.length > 1 || !(keep >= 1)) {
    throw new PlainError({
      zh: '用法：guidui backup 目录 [--keep 份数]。例：guidui backup /mnt/usb --keep 14',
      en: 'Usage: guidui backup DIRECTORY [--keep COUNT], as guidui backup /mnt/usb --keep 14',
    })
  }
  const directory = resolve(named)
  // Never made: a stick that is not mounted must not turn into a folder of this very disk.
  if (!(await stat(directory).catch(() => undefined))?.isDirectory()) {
    throw new PlainError({
      zh: `没有 ${directory} 这个目录。若是移动盘，请先接上；若是新目录，请先建好。`,
      en: `There is no directory ${directory}. If it is a drive, attach it first; if it is a new directory, make it first.`,
    })
  }
  return { directory, keep }
}

async function writeFrom(config: Config, path: string) {
  const { databaseUrl, dataDirectory } = config
  const opening = { databaseUrl, dataDirectory, appPassword: '', log: () => undefined }
  const database = await openOwner(opening)
  try {
    const secrets = openSecrets(await openRing(config))
    const files = join(dataDirectory, 'files')
    return await writeBackup(path, { pool: database.pool, secrets, files, madeAt: systemClock.now(), leftOut: REBUILT_TABLES })
  } finally {
    await database.close()
  }
}

/** All but the newest; other files are left alone. */
async function dropOld(directory: string, keep: number): Promise<string[]> {
  const names = (await readdir(directory)).filter((name) => NAME.test(name)).toSorted()
  const old = names.slice(0, Math.max(0, names.length - keep)).map((name) => join(directory, name))
  for (const path of old) await rm(path)
  return old
}
