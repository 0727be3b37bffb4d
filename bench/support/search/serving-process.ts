import type { ClientConfig } from 'pg'
import { systemClock } from '../../../src/platform/clock/clock.ts'
import { APP_LIMITS, makePool } from '../../../src/platform/database/make-pool.ts'
import { openSecrets } from '../../../src/platform/secrets/secrets.ts'
import { buildServer } from '../../../src/server.ts'
import { BENCH_KEY } from '../open-bench.ts'

/** The whole program behind a port: told how to connect, it answers with its address, and ends with its parent. */
process.once('message', async (connection: ClientConfig) => {
  const secrets = openSecrets({ masterKey: Buffer.from(BENCH_KEY, 'hex'), profile: 'gm' })
  const pool = makePool(connection, APP_LIMITS, () => undefined)
  const server = await buildServer({ pool, clock: systemClock, secrets, secure: false, log: () => undefined })
  process.send?.(await server.listen({ host: '127.0.0.1', port: 0 }))
})
process.once('disconnect', () => process.exit(0))
