import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PlainError } from '../../kernel/plain-error.ts'
import { type Binaries, SHIPPED_MAJOR } from './find-binaries.ts'
import type { ServerAccount } from './server-account.ts'
import { INITDB_OPTIONS, OWNER_ROLE } from './server-settings.ts'

/** A private cluster on disk: `<data directory>/postgresql/` with `cluster/`, `password` and `startup.log`. */
export interface Cluster {
  readonly home: string
  readonly directory: string
  readonly password: string
}

const HALF_MADE = 'postgresql.new-'

/**
 * The cluster of a data directory, made if it is not there.
 *
 * It is made beside its place and moved there in one step: a process killed in the middle leaves nothing that looks
 * like a cluster, and of two that make one at once the second finds the first one's.
 */
export async function openCluster(dataDirectory: string, binaries: Binaries, account: ServerAccount): Promise<Cluster> {
  const home = join(dataDirectory, 'postgresql')
  const found = await readCluster(home)
  if (found) return found
  const draft = await initialise(dataDirectory, binaries, account)
  try {
    await rename(draft, home)
  } catch (fault) {
    await rm(draft, { recursive: true, force: true })
    if (!(await readCluster(home))) throw fault
  }
  const made = await readCluster(home)
  if (!made) throw new Error(`no cluster in ${home} after it was made`)
  await sweepHalfMade(dataDirectory)
  return made
}

async function readCluster(home: string): Promise<Cluster | undefined> {
  try {
    const directory = await realpath(join(home, 'cluster'))
    const major = Number.parseInt(await readFile(join(directory, 'PG_VERSION'), 'utf8'), 10)
    assertMajor(major, directory)
    return { home, directory, password: (await readFile(join(home, 'password'), 'utf8')).trim() }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

function assertMajor(major: number, directory: string): void {
  if (major === SHIPPED_MAJOR) return
  throw new PlainError({
    zh: `${directory} 由 PostgreSQL ${major} 建立，而随附的是 ${SHIPPED_MAJOR}，不能直接打开。请用原来的 Guidui 版本执行 guidui backup，再用本版本 guidui restore；或把该目录改名后重新开始。`,
    en: `${directory} was made by PostgreSQL ${major}; ${SHIPPED_MAJOR} is shipped here and cannot open it. Run guidui backup with the Guidui that made it and guidui restore with this one; or rename the directory to start anew.`,
  })
}

async function initialise(dataDirectory: string, binaries: Binaries, account: ServerAccount): Promise<string> {
  const draft = join(dataDirectory, `${HALF_MADE}${Date.now()}-${randomBytes(4).toString('hex')}`)
  const secret = join(draft, 'password')
  await mkdir(draft, { mode: 0o700 })
  await writeFile(secret, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (account) await Promise.all([draft, secret].map((place) => chown(place, account.uid, account.gid)))
  const options = ['-D', join(draft, 'cluster'), `--username=${OWNER_ROLE}`, `--pwfile=${secret}`, ...INITDB_OPTIONS]
  // The locale of whoever types `npm start` must not reach the cluster; nor may the account need an entry in passwd.
  await promisify(execFile)(binaries.initdb, options, {
    ...account,
    cwd: draft,
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' },
  }).catch(async (fault: { stderr?: string }) => {
    await rm(draft, { recursive: true, force: true })
    throw new Error(fault.stderr?.trim().slice(0, 600) || String(fault), { cause: fault })
  })
  return draft
}

/** Drafts of processes that were killed long ago; a young one may still be at work. */
async function sweepHalfMade(dataDirectory: string): Promise<void> {
  const drafts = (await readdir(dataDirectory)).filter((name) => name.startsWith(HALF_MADE))
  const old = drafts.filter((name) => Date.now() - Number.parseInt(name.slice(HALF_MADE.length), 10) > 3_600_000)
  await Promise.all(old.map((name) => rm(join(dataDirectory, name), { recursive: true, force: true })))
}
