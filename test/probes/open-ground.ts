import { afterAll, beforeAll, inject } from 'vitest'
import { onServer, type ProbeServer } from './world/open-database.ts'
import { makeWorld, type ProbeWorld } from './world/probe-world.ts'

/** A part of `npm run probe`, which sends every call as everybody. */
export const SEED = 'tests'
export const PATIENCE = 900_000

interface Ground {
  readonly server: ProbeServer
  readonly world: ProbeWorld
  /** The database in which the world was made, to be copied for each run. */
  readonly template: string
}

/** A world of its own for the file that asks, made before its first test and dropped after its last. */
export function openGround(): () => Ground {
  const { adminUrl, copyBy } = inject('testServer')
  const server = onServer(adminUrl, copyBy)
  const made: { ground?: Ground } = {}
  beforeAll(async () => {
    const database = await server.open()
    made.ground = { server, world: await makeWorld(database), template: database.name }
    await database.close()
  }, PATIENCE)
  afterAll(server.dropAll, PATIENCE)
  return () => {
    if (!made.ground) throw new Error('the world was not made')
    return made.ground
  }
}
