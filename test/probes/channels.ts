import { uuidv7 } from 'uuidv7'
import { judge } from './oracle/judge.ts'
import { leaksIn, STATUS } from './oracle/traces.ts'
import type { CollectedRoute } from './routes.ts'
import type { Matrix } from './run-matrix.ts'
import { type Request, send } from './world/desk.ts'

/**
 * Besides the answers themselves: other verbs, other sites, other content types, and messages that are wrong. None may say
 * more than the right call would, and what is wrong with a message is told only to whoever may send it.
 */
export async function runChannelProbes(matrix: Matrix, routes: readonly CollectedRoute[]): Promise<void> {
  for (const { url, spine } of routes) {
    if (spine === undefined) continue
    await probeVerbs(matrix, url, spine)
    await probeErrorTexts(matrix, url, spine)
  }
}

async function probeVerbs(matrix: Matrix, url: string, route: string): Promise<void> {
  const { app, world, tally } = matrix
  const actor = [...world.actors, ...world.persons].find((one) => judge(one, { route }) === 'may')
  const body = world.cases.find((one) => one.route === route)?.body ?? {}
  const key = { 'idempotency-key': uuidv7() }
  const attempts: readonly (readonly [string, Request, number])[] = [
    ['GET', { method: 'GET', url }, 404],
    ['PUT', { method: 'PUT', url, body, headers: key }, 404],
    ['DELETE', { method: 'DELETE', url, body, headers: key }, 404],
    ['another site', { method: 'POST', url, body, headers: { ...key, origin: 'https://elsewhere.example' } }, 403],
    ['a form', { method: 'POST', url, body, headers: { ...key, 'content-type': 'text/plain' } }, 415],
  ]
  for (const [channel, request, status] of attempts) {
    const answer = await send(app, actor?.token, request)
    tally.probe(route)
    tally.channel(channel)
    tally.denied(true)
    const what = `${channel}: ${answer.status} ${answer.text.slice(0, 160)}`
    if (answer.status !== status) tally.fail({ kind: 'wrong answer', route, what })
    for (const leak of leaksIn(answer.text, { asker: undefined, route, typed: JSON.stringify(body), owners: world.owners }))
      tally.fail({ kind: 'leak', route, what: `${what}: ${leak}` })
  }
}

/** A message that is no message at all: 400 for whoever may, and for everybody else what they always hear. */
async function probeErrorTexts(matrix: Matrix, url: string, route: string): Promise<void> {
  const { app, world, tally } = matrix
  for (const actor of [...world.actors.filter((_, at) => at % 7 === 0), ...world.persons.slice(-2)]) {
    const verdict = judge(actor, { route })
    const request: Request = { method: 'POST', url, body: { nonsense: '麴囧囧', cursor: 3 }, headers: { 'idempotency-key': uuidv7() } }
    const answer = await send(app, actor.token, request)
    tally.probe(route)
    tally.channel('error text')
    const isRight =
      verdict === 'may'
        ? answer.status === 400 || answer.status === 200
        : verdict in STATUS && answer.status === STATUS[verdict as keyof typeof STATUS]
    const what = `${actor.label}, a wrong message: ${answer.status} ${answer.text.slice(0, 160)}`
    if (!isRight) tally.fail({ kind: 'wrong answer', route, what })
    if (answer.text.includes('麴囧囧')) tally.fail({ kind: 'leak', route, what: `${what}: echoes what was typed` })
  }
}
