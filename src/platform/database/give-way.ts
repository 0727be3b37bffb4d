import { readFileSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import type pg from 'pg'

/**
 * By how much work in the background is nicer than whoever answers a person: half the weight. With less, folding falls
 * behind on a busy machine, and every answer pays for the facts that wait.
 */
const GIVEN_WAY = 3
const NICEST = 19

const isHere = process.platform === 'linux'

/** Lets every other thread and process go first. Linux only: elsewhere a priority is that of the whole process. */
export function letThreadGiveWay(): void {
  if (isHere) lower(0)
}

/**
 * Lets the server's process behind a connection give way too, where it runs on this machine; for a pool's `onConnect`. A
 * server elsewhere, in another container or of somebody else's, is left as it is: this is a courtesy and not a condition.
 */
export async function letBackendGiveWay(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ pid: number; is_local: boolean }>(
    'select pg_backend_pid() as pid, inet_client_addr() is null as is_local',
  )
  const [backend] = rows
  if (isHere && backend?.is_local && isBackend(backend.pid)) lower(backend.pid)
}

/** A number means another process in another container: the name says whether it is a server's, and of a session. */
function isBackend(pid: number): boolean {
  try {
    return /^postgres: .*\[local\]/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}

function lower(pid: number): void {
  try {
    setPriority(pid, Math.min(NICEST, getPriority(pid) + GIVEN_WAY))
  } catch {
    // Not ours to lower.
  }
}
