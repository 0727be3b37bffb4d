import { totalmem } from 'node:os'

const MEGABYTE = 2 ** 20

/** An eighth of the machine, or of the container that we are in: the rest is for us and for the system's own cache of files. */
function sharedBuffers(): string {
  const limit = process.constrainedMemory()
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  return `${Math.min(2_048, Math.max(128, Math.round(memory / MEGABYTE / 8)))}MB`
}

/**
 * What the cluster is made with. An operator may tune these in the cluster's own postgresql.conf.
 * Collation is the code-point order of the server's builtin provider: the same on every machine and after every upgrade
 * of the operating system, so an index never goes bad by one.
 */
export const INITDB_OPTIONS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--text-search-config=simple',
  '--data-checksums',
  '--auth=scram-sha-256',
  '--no-instructions',
  `--set=shared_buffers=${sharedBuffers()}`,
  // How much a recovery after a crash has to read again: it bounds how long the service is away. With less, under load,
  // most of the log is whole pages, written once more after each of many checkpoints.
  '--set=max_wal_size=2GB',
  '--set=max_connections=100',
  '--set=random_page_cost=1.1',
  '--set=jit=off',
]

/** What nobody may turn off: given on the command line, where it beats every file. */
export const FIXED_SETTINGS = {
  listen_addresses: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // After a crash every file is synced before recovery begins: one call for the file system instead of a thousand. Linux only.
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: 'log',
  // A ring of 31 files, one a day of the month.
  log_filename: 'guidui-%d.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  // A statement's values may be personal data.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/** The port only names the socket file; nothing listens on it. */
export const SOCKET_PORT = 5432

/** The superuser of a private cluster, its owner role. */
export const OWNER_ROLE = 'guidui'
