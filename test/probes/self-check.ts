import { PLANTS, type PlantName } from './plants.ts'
import { runProbes } from './run-probes.ts'
import type { ProbeServer } from './world/open-database.ts'
import type { ProbeWorld } from './world/probe-world.ts'

export interface Caught {
  readonly plant: PlantName
  readonly leaks: number
  readonly example: string
}

/** Plants each leak in a copy of the world and looks for it with the same probes, only fewer of them. */
export async function selfCheck(
  server: ProbeServer,
  { world, template, seed }: { world: ProbeWorld; template: string; seed: string },
  names: readonly PlantName[] = Object.keys(PLANTS) as PlantName[],
): Promise<Caught[]> {
  const caught: Caught[] = []
  for (const plant of names) {
    const database = await server.copy(template)
    try {
      const report = await runProbes({ world, database, seed, percent: 15, casePercent: 15, plant })
      const leaks = report.failures.filter(({ kind }) => kind === 'leak')
      caught.push({ plant, leaks: leaks.length, example: leaks[0] ? `${leaks[0].route} ${leaks[0].what}` : '' })
    } finally {
      await database.close()
    }
  }
  return caught
}
