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

/** What a line says, piece by piece, until it has said something. */
async function hear(line: ReadableStreamDefaultReader<string>, wanted: string): Promise<string> {
  let heard = ''
  while (!heard.includes(wanted)) {
    const { done, value } = await line.read()
    if (done) throw new Error(`the line ended, and said only: ${heard}`)
    heard += value
  }
  return heard
}

test('the first who listens hears of what comes as soon as the line is open', async () => {
  const stream = await fetch(`${address}/api/live`)
  const line = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!line) throw new Error('a line without a body')
  await hear(line, ': listening')

  await database.ownerPool.query(
    `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity) values (left($1, 6), gen_random_uuid(), 'placement.round', $1, '2026-06-11', 1)`,
    [signedIn?.unitCode],
  )

  expect(await hear(line, 'event: facts')).toContain('event: facts')
  await line.cancel()
})

test('whoever has signed out hears nothing more: the stream ends by itself', async () => {
  const stream = await fetch(`${address}/api/live`)
  signedIn = undefined

  const heard = await stream.text()

  expect(stream.status).toBe(200)
  expect(heard).toContain(': listening')
  expect((await fetch(`${address}/api/live`)).status).toBe(401)
})
