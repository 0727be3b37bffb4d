import type { ClientConfig } from 'pg'
import type { AccountId } from '../../../src/kernel/id.ts'
import { UnitCode } from '../../../src/kernel/region-code.ts'
import { startFolding, views } from '../../../src/modules/indicators/index.ts'
import { atWork } from '../../../src/platform/access/at-work.ts'
import { registerViews } from '../../../src/platform/actions/routes.ts'
import { clockAt } from '../../../src/platform/clock/clock.ts'
import { APP_LIMITS, makePool } from '../../../src/platform/database/make-pool.ts'
import { openServer } from '../../../src/platform/http/server.ts'
import { openSecrets } from '../../../src/platform/secrets/secrets.ts'
import { BENCH_KEY } from '../open-bench.ts'

/** What the parent sends first; the answer is the address. Then `fold` begins folding, `rest` ends it and is answered. */
export type Serving = { readonly connection: ClientConfig } | 'fold' | 'rest'

const log = (line: string): void => void process.stdout.write(`${line}\n`)

const officer = atWork({
  accountId: '0198a002-0000-7000-8000-000000000001' as AccountId,
  name: '省厅业务岗',
  unitCode: UnitCode.parse('440000000000'),
  roles: ['provinceOfficer'],
})

async function serve(connection: ClientConfig): Promise<string> {
  const app = await openServer({ secure: false, log: () => undefined })
  const secrets = openSecrets({ masterKey: Buffer.from(BENCH_KEY, 'hex'), profile: 'gm' })
  const ground = { pool: makePool(connection, APP_LIMITS, log), clock: clockAt('2026-10-31T08:00:00Z'), secrets }
  registerViews(app, ground, { views, findActor: async () => officer })
  return await app.listen({ host: '127.0.0.1', port: 0 })
}

let [connection, folding]: [ClientConfig | undefined, ReturnType<typeof startFolding> | undefined] = [undefined, undefined]

process.on('message', async (message: Serving) => {
  if (message === 'fold') folding = connection && startFolding(connection, log)
  else if (message === 'rest') {
    await folding?.stop()
    process.send?.('rested')
  } else {
    connection = message.connection
    process.send?.(await serve(connection))
  }
})
process.once('disconnect', () => process.exit(0))
