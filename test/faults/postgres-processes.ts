import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The private server's first process; undefined while there is none. */
export async function findPostmasterPid(dataDirectory: string): Promise<number | undefined> {
  const file = await readFile(join(dataDirectory, 'postgresql', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(file, 10)
  return pid > 0 && (await parentOf(pid)) !== undefined ? pid : undefined
}

/** The processes that serve the application's own connections. */
export async function listBackendPids(postmaster: number): Promise<number[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    names.map(async (name) => {
      const pid = Number(name)
      if ((await parentOf(pid)) !== postmaster) return []
      const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return words.includes('guidui_app') ? [pid] : []
    }),
  )
  return found.flat()
}

async function parentOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined)
  if (status === undefined || /^State:\s+Z/m.test(status)) return undefined
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])
}
