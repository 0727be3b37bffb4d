import { randomUUID } from 'node:crypto'
import { APART } from './generators/matters.ts'
import { judge } from './oracle/judge.ts'
import type { Matrix } from './run-matrix.ts'
import type { Actor } from './world/actors.ts'
import { messageTo, paperTo, photoTo, saidIn, send } from './world/desk.ts'

const STORE = 'POST /api/papers'
const STORE_EVIDENCE = 'POST /api/evidence'
const STORE_MINE = 'POST /api/me/files'
const FETCH = 'GET /api/papers/:id'
const UNIT = '500112017005'

/** What an office sends papers to, and the action that whoever may send them may do. */
const OFFICE_DOORS = [
  { store: STORE, url: '/api/papers', by: 'matter.step' },
  { store: STORE_EVIDENCE, url: '/api/evidence', by: 'work.record' },
] as const
type OfficeDoor = (typeof OFFICE_DOORS)[number]

/**
 * Everybody stores a paper by each door, and asks for a draft, which nobody sees, for one that was given in a matter of one
 * station, for the evidence of a record of work there, and for the photo of a defect of a memorial.
 */
export async function runPaperProbes(matrix: Matrix): Promise<void> {
  const [papers, evidence] = OFFICE_DOORS
  const drafts = await storeAsEverybody(matrix, papers)
  const worker = matrix.world.actors.find((one) => one.at === UNIT && one.role === 'stationWorker' && drafts.has(one.accountId))
  const draft = worker && drafts.get(worker.accountId)
  if (!worker || draft === undefined) throw new Error(`nobody could bring a paper to ${UNIT}`)
  await fetchAsEverybody(matrix, draft, () => false)
  const kept = await giveIn(matrix, worker, draft)
  const may = (actor: Actor) => !APART.some((role) => role === actor.role) && judge(actor, { route: 'matter.get', touches: UNIT }) === 'may'
  await fetchAsEverybody(matrix, kept, may)
  const shown = await recordWith(matrix, worker, await storeAsEverybody(matrix, evidence))
  await fetchAsEverybody(matrix, shown, (actor) => judge(actor, { route: 'work.get', touches: UNIT }) === 'may')
  const patrolled = await patrolWith(matrix, worker)
  await fetchAsEverybody(matrix, patrolled, (actor) => judge(actor, { route: 'patrol.facility', touches: UNIT }) === 'may')
  await asNobody(matrix, kept)
  await storeOnMe(matrix)
}

/** @returns the draft of each account that may store one */
async function storeAsEverybody({ app, world, tally }: Matrix, { store, url, by }: OfficeDoor): Promise<Map<string, string>> {
  const drafts = new Map<string, string>()
  for (const actor of world.actors) {
    const answer = await send(app, actor.token, paperTo(url))
    const may = judge(actor, { route: by }) === 'may'
    tally.probe(store)
    if (!may) tally.denied(true)
    if (answer.status !== (may ? 200 : 403))
      tally.fail({ kind: may ? 'wrong denial' : 'leak', route: store, what: `${actor.label}: ${answer.status}` })
    if (answer.status === 200) drafts.set(actor.accountId, (saidIn(answer).value as { id: string }).id)
  }
  return drafts
}

async function asNobody({ app, noSessions, world, tally }: Matrix, id: string): Promise<void> {
  for (const token of [...noSessions, ...world.persons.map((person) => person.token)]) {
    const answers = [
      ...(await Promise.all(
        OFFICE_DOORS.map(async ({ store, url }) => ({ route: store as string, answer: await send(app, token, paperTo(url)) })),
      )),
      { route: FETCH, answer: await send(app, token, { method: 'GET', url: `/api/papers/${id}` }) },
    ]
    for (const { route, answer } of answers) {
      tally.probe(route)
      tally.denied(true)
      if (answer.status !== 401) tally.fail({ kind: 'leak', route, what: `nobody: ${answer.status}` })
    }
  }
}

/** The door of /me takes papers of whoever has a file open there, and of no office; the office's door takes none of theirs. */
async function storeOnMe({ app, world, noSessions, tally }: Matrix): Promise<void> {
  const tell = (route: string, label: string, { asked, status }: { asked: number; status: number }) => {
    tally.probe(route)
    if (asked !== 200) tally.denied(true)
    if (status !== asked) tally.fail({ kind: asked === 200 ? 'wrong denial' : 'leak', route, what: `${label}: ${status}` })
  }
  for (const { token, label } of world.persons) {
    tell(STORE_MINE, label, { asked: 200, status: (await send(app, token, paperTo('/api/me/files'))).status })
    for (const { store, url } of OFFICE_DOORS) tell(store, label, { asked: 401, status: (await send(app, token, paperTo(url))).status })
  }
  for (const token of [...noSessions, ...world.actors.map((one) => one.token)])
    tell(STORE_MINE, 'nobody on /me', { asked: 401, status: (await send(app, token, paperTo('/api/me/files'))).status })
}

/** @returns the id of the evidence of a record made by the worker; the draft's own where there is none, which is told */
async function recordWith({ app, tally }: Matrix, worker: Actor, drafts: ReadonlyMap<string, string>): Promise<string> {
  const draft = drafts.get(worker.accountId) ?? randomUUID()
  const meeting = { kind: 'meeting', unitCode: UNIT, on: '2026-03-02', values: { type: 'work' }, evidence: [draft] }
  const made = saidIn(await send(app, worker.token, messageTo('do', 'work.record', meeting)))
  const recordId = (made.value as { id: string } | undefined)?.id
  const seen = await send(app, worker.token, messageTo('see', 'work.get', { recordId }))
  const kept = (saidIn(seen).value as { record: { evidence: { id: string }[] } } | undefined)?.record.evidence[0]?.id
  if (kept === undefined) tally.fail({ kind: 'wrong denial', route: FETCH, what: `no record with evidence: ${seen.text.slice(0, 160)}` })
  return kept ?? draft
}

/** @returns the photo of a defect that the worker found at a memorial; an id of nobody's where there is none, which is told */
async function patrolWith({ app, tally }: Matrix, worker: Actor): Promise<string> {
  const photo = (saidIn(await send(app, worker.token, photoTo('/api/evidence'))).value as { id: string } | undefined)?.id
  const values = { name: '巡查过的英烈亭', type: 'monument', level: 'county', keeper: '示范事务局' }
  const site = { kind: 'memorialSite', unitCode: UNIT, on: '2020-04-05', values }
  const facilityId = (saidIn(await send(app, worker.token, messageTo('do', 'work.record', site))).value as { id: string } | undefined)?.id
  const visits = [{ facilityId, defects: [{ item: 'structure', what: '碑身有裂缝', photo }] }]
  await send(app, worker.token, messageTo('do', 'patrol.record', { unitCode: UNIT, on: '2026-01-05', visits }))
  const seen = await send(app, worker.token, messageTo('see', 'patrol.facility', { facilityId }))
  const kept = (saidIn(seen).value as { repairs: { beforePhoto: string | null }[] } | undefined)?.repairs[0]?.beforePhoto
  if (!kept) tally.fail({ kind: 'wrong denial', route: FETCH, what: `no defect with a photo: ${seen.text.slice(0, 160)}` })
  return kept ?? randomUUID()
}

/** @returns the paper's id in the matter; the draft's own where it could not be given, which is told */
async function giveIn({ app, tally }: Matrix, worker: Actor, fileId: string): Promise<string> {
  const listed = await send(app, worker.token, messageTo('see', 'person.list', { place: UNIT, status: ['active'], limit: 1 }))
  const personId = (saidIn(listed).value as { rows: { id: string }[] } | undefined)?.rows[0]?.id
  const card = { typeCode: 'preferenceCard', unitCode: UNIT, personId, answers: { kind: 'veteran', phone: '10012345678' } }
  const begun = saidIn(await send(app, worker.token, messageTo('do', 'matter.open', card)))
  // The person may have one open from another probe: then the paper is given there.
  const matterId = (begun.value as { id: string } | undefined)?.id ?? (begun.refusal as { matterId?: string } | undefined)?.matterId
  const paper = { matterId, code: 'discharge', how: 'kept', fileId }
  const given = await send(app, worker.token, messageTo('do', 'matter.giveDocument', paper))
  const seen = saidIn(await send(app, worker.token, messageTo('see', 'matter.get', { matterId })))
  const kept = (seen.value as { documents: { given: { files: string[] } | null }[] } | undefined)?.documents.flatMap(
    (one) => one.given?.files ?? [],
  )[0]
  if (kept === undefined) tally.fail({ kind: 'wrong denial', route: FETCH, what: `no matter with a paper: ${given.text.slice(0, 160)}` })
  return kept ?? fileId
}

async function fetchAsEverybody({ app, world, tally }: Matrix, id: string, may: (actor: Actor) => boolean): Promise<void> {
  for (const actor of world.actors) {
    const [answer, none] = [
      await send(app, actor.token, { method: 'GET', url: `/api/papers/${id}` }),
      await send(app, actor.token, { method: 'GET', url: `/api/papers/${randomUUID()}` }),
    ]
    tally.probe(FETCH)
    if (!may(actor)) tally.denied(true)
    const isRight = may(actor) ? answer.status === 200 : answer.text === none.text && answer.headers === none.headers
    if (!isRight) tally.fail({ kind: may(actor) ? 'wrong denial' : 'leak', route: FETCH, what: `${actor.label}: ${answer.status}` })
  }
}
