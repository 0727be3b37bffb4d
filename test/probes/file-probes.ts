import { randomUUID } from 'node:crypto'
import { judge } from './oracle/judge.ts'
import type { Matrix } from './run-matrix.ts'
import type { Actor } from './world/actors.ts'
import { type Answer, fileOf, saidIn, send } from './world/desk.ts'

const STORE = 'POST /api/files'
const FETCH = 'GET /api/files/:id'

/** Everybody stores a file, and everybody asks for the files of others: one is there for the account that stored it, and for nobody else. */
export async function runFileProbes(matrix: Matrix): Promise<void> {
  const stored = await storeAsEverybody(matrix)
  await asNobody(matrix, [...stored.values()][0] ?? '')
  for (const actor of matrix.world.actors) {
    const none = await send(matrix.app, actor.token, { method: 'GET', url: `/api/files/${randomUUID()}` })
    for (const [owner, id] of stored) {
      const isOwn = owner === actor.accountId
      if (isOwn || matrix.chosen({ route: FETCH, label: id, body: {} }, actor)) await fetchAs(matrix, actor, { id, isOwn, none })
    }
  }
}

/** @returns the file of each account that may store one */
async function storeAsEverybody({ app, world, tally }: Matrix): Promise<Map<string, string>> {
  const stored = new Map<string, string>()
  for (const actor of world.actors) {
    const answer = await send(app, actor.token, fileOf(`姓名\n麴囧${actor.at}\n`))
    const may = judge(actor, { route: 'import.start' }) === 'may'
    tally.probe(STORE)
    if (!may) tally.denied(true)
    if (answer.status !== (may ? 200 : 403))
      tally.fail({ kind: may ? 'wrong denial' : 'leak', route: STORE, what: `${actor.label}: ${answer.status}` })
    if (answer.status === 200) stored.set(actor.accountId, (saidIn(answer).value as { id: string }).id)
  }
  return stored
}

async function fetchAs(
  { app, tally }: Matrix,
  actor: Actor,
  { id, isOwn, none }: { id: string; isOwn: boolean; none: Answer },
): Promise<void> {
  const answer = await send(app, actor.token, { method: 'GET', url: `/api/files/${id}` })
  tally.probe(FETCH)
  if (!isOwn) tally.denied(true)
  const isRight = isOwn
    ? answer.status === 200 && answer.text.includes('麴囧')
    : answer.text === none.text && answer.headers === none.headers
  if (isRight) return
  tally.fail({ kind: isOwn ? 'wrong denial' : 'leak', route: FETCH, what: `${actor.label}: ${answer.status} ${answer.text.slice(0, 100)}` })
}

async function asNobody({ app, noSessions, world, tally }: Matrix, id: string): Promise<void> {
  for (const token of [...noSessions, ...world.persons.map((person) => person.token)]) {
    const answers = [
      { route: STORE, answer: await send(app, token, fileOf('姓名\n')) },
      { route: FETCH, answer: await send(app, token, { method: 'GET', url: `/api/files/${id}` }) },
    ]
    for (const { route, answer } of answers) {
      tally.probe(route)
      tally.denied(true)
      if (answer.status !== 401) tally.fail({ kind: 'leak', route, what: `nobody: ${answer.status} ${answer.text.slice(0, 100)}` })
    }
  }
}
