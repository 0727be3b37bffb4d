import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { PlainError } from '../../kernel/plain-error.ts'

/** What `postmaster.pid` says of the server that wrote it. */
export interface PostmasterFile {
  readonly pid: number
  readonly socketDirectory: string
  /** It takes connections: started, and recovered where it had to. */
  readonly isReady: boolean
}

/** A pid file is empty for an instant while a server starts; one that stays empty is what a full disk left behind. */
const EMPTY_FOR = 5_000

/**
 * The server that runs on a cluster now, whoever started it. A pid file that a dead one left behind is cleared away.
 *
 * @throws PlainError where the file comes from another directory: a copy of a running cluster is torn
 */
export async function findPostmaster(directory: string): Promise<PostmasterFile | undefined> {
  const path = join(directory, 'postmaster.pid')
  const text = await readIfThere(path)
  if (text === undefined) return undefined
  const [number = '', origin = '', , , socketDirectory = '', , , status = ''] = text.split('\n')
  const pid = Number.parseInt(number, 10)
  if (pid > 0 && (await isPostmaster(pid, directory))) {
    return { pid, socketDirectory: socketDirectory || directory, isReady: status.trim() === 'ready' }
  }
  if (text === '' && Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0) < EMPTY_FOR) return undefined
  if (origin !== '' && origin !== directory) throw copiedWhileRunning(path, origin)
  await clearStaleFile(path, text)
  return undefined
}

function copiedWhileRunning(path: string, origin: string): PlainError {
  return new PlainError({
    zh: `${path} 表明这个数据库目录来自 ${origin}，且当时数据库正在运行。若是复制而来，它可能已损坏：请改用 guidui restore 从备份恢复。若确是断电后整体移动来的，请删除该文件后重新启动。`,
    en: `${path} says that this database comes from ${origin} and was running there. If it was copied, it may be torn: restore a backup with guidui restore instead. If it was moved as a whole after a crash, delete that file and start again.`,
  })
}

/**
 * Whether a process is this cluster's server. The number alone proves nothing: after a crash it may belong to a stranger,
 * and a dead server that nobody has reaped still answers to signals.
 */
export async function isPostmaster(pid: number, directory: string): Promise<boolean> {
  if (process.platform !== 'linux') {
    const said = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
    return said.stdout.includes(`-D ${directory}`)
  }
  const words = ((await readIfThere(`/proc/${pid}/cmdline`)) ?? '').split('\0')
  // A server that was started under another name of the same directory works in it all the same.
  return words.includes('-D') && (await isSamePlace(`/proc/${pid}/cwd`, directory))
}

/**
 * PostgreSQL refuses to start while the file names a live process of its own account, be it a stranger. The rename makes
 * sure that what goes is what was judged: another Guidui may have started a server in between.
 */
export async function clearStaleFile(path: string, judged: string): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  await rename(path, aside).catch(() => undefined)
  const taken = await readIfThere(aside)
  if (taken === judged) await rm(aside, { force: true })
  else if (taken !== undefined) await rename(aside, path)
}

/**
 * Stops a server and waits until it is gone: first politely (open transactions are rolled back, all is flushed), then
 * without a checkpoint, then by force. None of the three loses anything acknowledged.
 */
export async function stopPostmaster(pid: number, directory: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!(await isPostmaster(pid, directory))) return
    sendSignal(pid, signal)
    const until = Date.now() + patience
    while (Date.now() < until && (await isPostmaster(pid, directory))) await sleep(25)
  }
}

/** Signals a process that may be gone already. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')) throw fault
  }
}

/** A file's text; undefined where it is not there, or has just gone. */
export async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

/** Whether two paths, through whatever links, lead to one directory. */
export async function isSamePlace(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}
