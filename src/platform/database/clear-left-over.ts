import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clearStaleFile, isPostmaster, isSamePlace, readIfThere, sendSignal } from './postmaster-process.ts'
import { SOCKET_PORT } from './server-settings.ts'

/**
 * Clears away what a killed server left behind and what the next one would wait for: its own processes, which end only
 * when they come to notice, and the lock beside its socket. Called where no server runs on the cluster.
 *
 * Killing them loses nothing: without a server they acknowledge nothing more, and recovery begins from the log anyway.
 */
export async function clearLeftOver(directory: string, socketDirectory: string): Promise<void> {
  for (const pid of await listOrphans(directory)) sendSignal(pid, 'SIGKILL')
  const lock = join(socketDirectory, `.s.PGSQL.${SOCKET_PORT}.lock`)
  const text = await readIfThere(lock)
  const [number = '', origin] = text?.split('\n') ?? []
  if (text === undefined || origin !== directory || (await isPostmaster(Number.parseInt(number, 10), directory))) return
  await clearStaleFile(lock, text)
}

/** Processes of PostgreSQL that work in the cluster without a server above them. Elsewhere than on Linux nobody can tell. */
async function listOrphans(directory: string): Promise<number[]> {
  if (process.platform !== 'linux') return []
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(numbers.map(async (pid) => ((await isOrphan(pid, directory)) ? [pid] : [])))
  return found.flat()
}

async function isOrphan(pid: number, directory: string): Promise<boolean> {
  const title = (await readIfThere(`/proc/${pid}/cmdline`)) ?? ''
  if (!title.startsWith('postgres:') || !(await isSamePlace(`/proc/${pid}/cwd`, directory))) return false
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0)
  return parent > 0 && !(await isPostmaster(parent, directory))
}
