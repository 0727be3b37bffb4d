import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { actor } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'
import { registerLive } from './live.ts'
import { openServer } from './server.ts'

const database = await openTestDatabase()
let signedIn: Actor | undefined = actor()
const app = await openServer({ secure: false, log: () => undefined })
registerLive(app, { pool: database.appPool, findActor: async () => signedIn })
const address = await app.listen({ host: '127.0.0.1', port: 0 })

afterAll(async () => {
  await app.close()
  await database.close()
})

test('whoever has signed out hears nothing more: the stream ends by itself', async () => {
  const stream = await fetch(`${address}/api/live`)
  signedIn = undefined

  const heard = await stream.text()

  expect(stream.status).toBe(200)
  expect(heard).toContain(': listening')
  expect((await fetch(`${address}/api/live`)).status).toBe(401)
})
