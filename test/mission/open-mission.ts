import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadScenario } from '../../demo/scenarios/load-scenario.ts'
import type { Scenario } from '../../demo/scenarios/scenario.ts'
import { rebuild } from '../../src/modules/indicators/index.ts'
import { openFloor } from '../../src/open-floor.ts'
import { openGuidui } from '../../src/open-guidui.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import type { Config } from '../../src/platform/config/config.ts'
import { type Office, openOffice } from './office.ts'

export interface Mission {
  readonly office: Office
  readonly address: string
  readonly seconds: { readonly written: number; readonly folded: number }
  readonly close: () => Promise<void>
}

const configOf = ({ databaseUrl, dataDirectory, regions }: { databaseUrl: string; dataDirectory: string; regions: readonly string[] }) =>
  ({
    port: 0,
    host: '127.0.0.1',
    databaseUrl,
    dataDirectory,
    masterKeyFile: undefined,
    secure: false,
    regions,
    demo: false,
    demoPeople: 0,
    crypto: 'gm',
    messages: { kind: 'none' },
    provider: undefined,
  }) satisfies Config

/** A scenario on an empty database, folded, with the whole program before it and an officer signed in. */
export async function openMission(
  scenario: Scenario,
  { databaseUrl, log }: { databaseUrl: string; log: (line: string) => void },
): Promise<Mission> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'guidui-mission-'))
  await chmod(dataDirectory, 0o755)
  const config = configOf({ databaseUrl, dataDirectory, regions: scenario.regions })
  const began = performance.now()
  const floor = await openFloor(config, log)
  const seat = await loadScenario({ ownerPool: floor.database.ownerPool, secrets: floor.secrets, clock: systemClock }, scenario)
  const written = (performance.now() - began) / 1000
  const { seconds: folded } = await rebuild(floor.database.ownerPool)
  const guidui = await openGuidui({ config, floor, log, webDirectory: join(dataDirectory, 'no-pages') })
  const address = await guidui.listen()
  return {
    office: await openOffice(address, seat),
    address,
    seconds: { written, folded },
    close: async () => {
      await guidui.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}
