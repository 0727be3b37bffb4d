import { chmod, mkdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { explainFault } from './explain-fault.ts'
import { findBinaries } from './find-binaries.ts'
import { openCluster } from './make-cluster.ts'
import type { Launch } from './run-postmaster.ts'
import { assertReachable, chooseAccount } from './server-account.ts'
import { chooseSocketDirectory } from './socket-directory.ts'
import { type PrivateServer, superviseServer } from './supervise-server.ts'

/**
 * Starts the PostgreSQL that comes with the npm package on a data directory (making the cluster the first time), or
 * attaches to it where a killed process left it running; starts it again whenever it dies.
 *
 * @throws PlainError where the platform, the directory, the disk, another process or another major version forbids it
 */
export async function startPrivateServer(options: {
  dataDirectory: string
  log: (line: string) => void
  /** Told as soon as the server's process runs, long before it answers. */
  onSpawn?: (() => void) | undefined
}): Promise<PrivateServer> {
  const { log, onSpawn } = options
  const dataDirectory = await prepareDirectory(options.dataDirectory)
  const binaries = await findBinaries()
  const account = chooseAccount(join(dataDirectory, 'postgresql', 'cluster'))
  assertReachable(dataDirectory, account)
  assertReachable(binaries.postgres, account)
  const prepare = async (): Promise<Omit<Launch, 'signal' | 'onSpawn'>> => {
    const cluster = await openCluster(dataDirectory, binaries, account)
    return { cluster, binaries, account, log, socketDirectory: await chooseSocketDirectory(cluster.directory, account) }
  }
  const launch = await prepare().catch((fault: unknown) => {
    throw explainFault(fault, dataDirectory)
  })
  return superviseServer({ ...launch, onSpawn }, dataDirectory)
}

async function prepareDirectory(wanted: string): Promise<string> {
  const place = resolve(wanted)
  try {
    const made = await mkdir(place, { recursive: true })
    // Under root's strict umask the server's account could not pass through to its own folder.
    if (made !== undefined && process.getuid?.() === 0) await chmod(place, 0o711)
    return await realpath(place)
  } catch (fault) {
    throw explainFault(fault, place)
  }
}
