import { randomUUID } from 'node:crypto'
import { judge } from './oracle/judge.ts'
import type { Matrix } from './run-matrix.ts'
import type { Actor } from './world/actors.ts'
import { messageTo, photoTo, saidIn, send } from './world/desk.ts'

const STORE = 'POST /api/photos'
const FETCH = 'GET /api/photos/:id'
const UNIT = '500112017005'

/** Everybody stores a photo and asks for somebody's draft, and for one that was recorded with a visit of one station. */
export async function runPhotoProbes(matrix: Matrix): Promise<void> {
  const drafts = await storeAsEverybody(matrix)
  const worker = matrix.world.actors.find((one) => one.at === UNIT && drafts.has(one.accountId))
  const draft = worker && drafts.get(worker.accountId)
  if (!worker || draft === undefined) throw new Error(`nobody could bring a photo to ${UNIT}`)
  await fetchAsEverybody(matrix, draft, (actor) => actor.accountId === worker.accountId)
  const kept = await recordWith(matrix, worker, draft)
  await fetchAsEverybody(matrix, kept, (actor) => judge(actor, { route: 'visit.record', touches: UNIT }) === 'may')
  await asNobody(matrix, kept)
}

/** @returns the draft of each account that may store one */
async function storeAsEverybody({ app, world, tally }: Matrix): Promise<Map<string, string>> {
  const drafts = new Map<string, string>()
  for (const actor of world.actors) {
    const answer = await send(app, actor.token, photoTo('/api/photos'))
    const may = judge(actor, { route: 'visit.record' }) === 'may'
    tally.probe(STORE)
    if (!may) tally.denied(true)
    if (answer.status !== (may ? 200 : 403))
      tally.fail({ kind: may ? 'wrong denial' : 'leak', route: STORE, what: `${actor.label}: ${answer.status}` })
    if (answer.status === 200) drafts.set(actor.accountId, (saidIn(answer).value as { id: string }).id)
  }
  return drafts
}

async function asNobody({ app, noSessions, world, tally }: Matrix, id: string): Promise<void> {
  for (const token of [...noSessions, ...world.persons.map((person) => person.token)]) {
    const answers = [
      { route: STORE, answer: await send(app, token, photoTo('/api/photos')) },
      { route: FETCH, answer: await send(app, token, { method: 'GET', url: `/api/photos/${id}` }) },
    ]
    for (const { route, answer } of answers) {
      tally.probe(route)
      tally.denied(true)
      if (answer.status !== 401) tally.fail({ kind: 'leak', route, what: `nobody: ${answer.status}` })
    }
  }
}

/** @returns the photo's id at the station; the draft's own where the visit could not be recorded, which is told */
async function recordWith({ app, tally }: Matrix, worker: Actor, photoId: string): Promise<string> {
  const listed = await send(app, worker.token, messageTo('see', 'person.list', { place: UNIT, status: ['active'], limit: 1 }))
  const personId = (saidIn(listed).value as { rows: { id: string }[] } | undefined)?.rows[0]?.id
  const visit = { personIds: [personId], unitCode: UNIT, doneOn: '2026-03-03', photoIds: [photoId] }
  const recorded = await send(app, worker.token, messageTo('do', 'visit.record', visit))
  const visitId = (saidIn(recorded).value as { id: string } | undefined)?.id
  const seen = await send(app, worker.token, messageTo('see', 'visit.get', { visitId }))
  const kept = (saidIn(seen).value as { photoIds: string[] } | undefined)?.photoIds[0]
  if (kept === undefined) tally.fail({ kind: 'wrong denial', route: FETCH, what: `no visit with a photo: ${recorded.text.slice(0, 160)}` })
  return kept ?? photoId
}

async function fetchAsEverybody({ app, world, tally }: Matrix, id: string, may: (actor: Actor) => boolean): Promise<void> {
  for (const actor of world.actors) {
    const [answer, none] = [
      await send(app, actor.token, { method: 'GET', url: `/api/photos/${id}` }),
      await send(app, actor.token, { method: 'GET', url: `/api/photos/${randomUUID()}` }),
    ]
    tally.probe(FETCH)
    if (!may(actor)) tally.denied(true)
    const isRight = may(actor) ? answer.status === 200 : answer.text === none.text && answer.headers === none.headers
    if (!isRight) tally.fail({ kind: may(actor) ? 'wrong denial' : 'leak', route: FETCH, what: `${actor.label}: ${answer.status}` })
  }
}
