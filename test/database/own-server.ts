import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostmaster, stopPostmaster } from '../../src/platform/database/postmaster-process.ts'
import { startPrivateServer } from '../../src/platform/database/private-server.ts'

const PREFIX = 'guidui-test-'

/** A private server in a temporary directory for one run of the tests. What killed runs have left behind goes first. */
export async function startOwnServer(): Promise<{ url: string; remove: () => Promise<void> }> {
  await removeOrphans()
  const dataDirectory = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  await chmod(dataDirectory, 0o755)
  const { connection, stop } = await startPrivateServer({ dataDirectory, log: () => undefined })
  const query = new URLSearchParams({ host: connection.host, user: connection.user, password: connection.password })
  const remove = async (): Promise<void> => {
    await stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
  return { url: `postgresql:///postgres?${query}`, remove }
}

/** The directory's name tells the run it belongs to. */
async function removeOrphans(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX))
  for (const name of names.filter((each) => !isRunning(Number.parseInt(each.slice(PREFIX.length), 10)))) {
    const home = await realpath(join(tmpdir(), name))
    const cluster = join(home, 'postgresql', 'cluster')
    const left = await findPostmaster(cluster)
    if (left) await stopPostmaster(left.pid, cluster)
    await rm(home, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return Number.isNaN(pid) || process.kill(pid, 0)
  } catch (fault) {
    // EPERM: it runs, as somebody else.
    return !(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')
  }
}
