import { chmod, mkdtemp, readdir, realpath, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostmaster, stopPostmaster } from '../../src/platform/database/postmaster-process.ts'
import { startPrivateServer } from '../../src/platform/database/private-server.ts'

const PREFIX = 'guidui-test-'

/** The file system that Linux keeps in memory: a database is copied there in a third of the time. */
const MEMORY = '/dev/shm'

/** A whole run of the tests has had up to 3 GB of databases and log at once. */
const ROOM_NEEDED = 6 * 2 ** 30

export interface OwnServer {
  readonly url: string
  readonly isInMemory: boolean
  readonly remove: () => Promise<void>
}

/**
 * A private server for one run, in the temporary directory; the tests', which promise no figures and write no more than
 * there is room for, in memory where the machine has it. What killed runs have left behind goes first. (What is said of a
 * power cut is tried on servers that are on a disk.)
 */
export async function startOwnServer({ mayBeInMemory = false } = {}): Promise<OwnServer> {
  for (const home of [MEMORY, tmpdir()]) await removeOrphans(home)
  const isInMemory = mayBeInMemory && (await hasRoomInMemory())
  const dataDirectory = await mkdtemp(join(isInMemory ? MEMORY : tmpdir(), `${PREFIX}${process.pid}-`))
  await chmod(dataDirectory, 0o755)
  const { connection, stop } = await startPrivateServer({ dataDirectory, log: () => undefined })
  const query = new URLSearchParams({ host: connection.host, user: connection.user, password: connection.password })
  const remove = async (): Promise<void> => {
    await stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
  return { url: `postgresql:///postgres?${query}`, isInMemory, remove }
}

async function hasRoomInMemory(): Promise<boolean> {
  const volume = await statfs(MEMORY).catch(() => undefined)
  return volume !== undefined && volume.bavail * volume.bsize > ROOM_NEEDED && process.availableMemory() > ROOM_NEEDED
}

/** The directory's name tells the run it belongs to. */
async function removeOrphans(from: string): Promise<void> {
  const names = (await readdir(from).catch(() => [])).filter((name) => name.startsWith(PREFIX))
  for (const name of names.filter((each) => !isRunning(Number.parseInt(each.slice(PREFIX.length), 10)))) {
    const home = await realpath(join(from, name))
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
