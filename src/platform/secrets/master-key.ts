import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { MasterKey } from './secrets.ts'

/** Why no master key can be had. */
export interface MasterKeyRefusal {
  readonly code: 'missing' | 'unreadable' | 'open-to-others' | 'wrong-shape' | 'not-random' | 'version-twice'
  readonly path: string
}

/** What `openSecrets` takes, and whether the key is new: with a database that already holds secrets, a new key is the wrong key. */
export interface MasterKeyRing {
  readonly masterKey: Buffer
  readonly version: number
  readonly earlier: readonly MasterKey[]
  readonly path: string
  readonly created: boolean
}

const LINE = /^(?:(\d{1,5})\s+)?([0-9a-f]{64})$/i

/**
 * One key a line, `version 64-hex-digits`; a line without a version is version 1. Empty lines and lines after `#` are
 * for people. The highest version encrypts.
 */
function parseRing(text: string, path: string): Result<readonly MasterKey[], MasterKeyRefusal> {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line))
  const keys: MasterKey[] = []
  for (const line of lines) {
    const match = LINE.exec(line.trim())
    const version = Number(match?.[1] ?? 1)
    if (!match || version < 1 || version > 65_535) return refuse({ code: 'wrong-shape', path })
    const key = Buffer.from(match[2] ?? '', 'hex')
    // 32 random bytes never have so few different values; a placeholder has.
    if (new Set(key).size < 12) return refuse({ code: 'not-random', path })
    if (keys.some((other) => other.version === version)) return refuse({ code: 'version-twice', path })
    keys.push({ version, key })
  }
  return keys.length === 0 ? refuse({ code: 'wrong-shape', path }) : ok(keys.toSorted((a, b) => b.version - a.version))
}

const isMissing = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'

/** Windows has no such bits; there the directory's own rights must do. */
const isOpenToOthers = (mode: number): boolean => process.platform !== 'win32' && (mode & 0o077) !== 0

async function readRing(path: string, created: boolean): Promise<Result<MasterKeyRing, MasterKeyRefusal>> {
  try {
    const { mode } = await stat(path)
    if (isOpenToOthers(mode)) return refuse({ code: 'open-to-others', path })
    const parsed = parseRing(await readFile(path, 'utf8'), path)
    if (!parsed.ok) return parsed
    const [newest, ...earlier] = parsed.value
    return newest ? ok({ masterKey: newest.key, version: newest.version, earlier, path, created }) : refuse({ code: 'wrong-shape', path })
  } catch (fault) {
    return refuse({ code: isMissing(fault) ? 'missing' : 'unreadable', path })
  }
}

/** Writes beside the place, makes it durable, then links it in: two first starts agree on one key, a cut one leaves none. */
async function createKeyFile(path: string): Promise<boolean> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(
      `# Guidui master key. Without it the encrypted fields cannot be read: back it up, apart from the database.\n1 ${randomBytes(32).toString('hex')}\n`,
    )
    await file.sync()
    await link(draft, path)
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false
    throw fault
  } finally {
    await file.close()
    await rm(draft, { force: true })
    await syncDirectory(dirname(path))
  }
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  await directory.sync().finally(() => directory.close())
}

/**
 * The master keys of this server. With `keyFile` (from GUIDUI_MASTER_KEY_FILE) that file must be there; without it
 * `directory`/master.key is read, and made at the first start with mode 0600. `directory` must exist.
 */
export async function openMasterKey(place: {
  keyFile?: string | undefined
  directory: string
}): Promise<Result<MasterKeyRing, MasterKeyRefusal>> {
  if (place.keyFile !== undefined) return readRing(place.keyFile, false)
  const path = join(place.directory, 'master.key')
  const found = await readRing(path, false)
  if (found.ok || found.refusal.code !== 'missing') return found
  const created = await createKeyFile(path)
  return readRing(path, created)
}
