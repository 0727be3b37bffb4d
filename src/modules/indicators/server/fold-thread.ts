import { parentPort, workerData } from 'node:worker_threads'
import type { ClientConfig } from 'pg'
import { letBackendGiveWay, letThreadGiveWay } from '../../../platform/database/give-way.ts'
import { APP_LIMITS, makePool } from '../../../platform/database/make-pool.ts'
import { foldInTurns } from './fold-in-turns.ts'

/**
 * The thread that folds, with a connection of its own, behind everybody who waits for an answer. It says lines for the
 * log, and ends when it is told anything.
 */
const port = parentPort
if (!port) throw new Error('fold-thread.ts runs only as a worker thread')
const { connection } = workerData as { connection: ClientConfig }
const log = (line: string): void => port.postMessage(line)
letThreadGiveWay()
const pool = makePool(connection, { ...APP_LIMITS, name: 'guidui indicators', max: 1, onConnect: letBackendGiveWay }, log)
const folding = foldInTurns(pool, log)
port.once('message', async () => {
  await folding.stop()
  await pool.end()
  port.close()
})
