import { expect, test } from 'vitest'
import { openGround, PATIENCE, SEED } from './open-ground.ts'
import { PLANTS, type PlantName } from './plants.ts'
import { selfCheck } from './self-check.ts'

// In a file of its own: the two take a core each.
const ground = openGround()

test.each(Object.keys(PLANTS) as PlantName[])('a probe finds the planted leak: %s', { timeout: PATIENCE }, async (plant) => {
  const { server, ...made } = ground()

  const [caught] = await selfCheck(server, { ...made, seed: SEED }, [plant])

  expect(caught?.leaks).toBeGreaterThan(0)
})
