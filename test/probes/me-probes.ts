import { randomUUID } from 'node:crypto'
import { judge, type Person } from './oracle/judge.ts'
import { leaksIn } from './oracle/traces.ts'
import type { Matrix } from './run-matrix.ts'
import { type Answer, messageTo, type Request, saidIn, send, type Token } from './world/desk.ts'
import { type MadeUp, madeUp } from './world/people-made-up.ts'
import { type Entrance, signInOnMe } from './world/persons.ts'

/** Beyond everybody whom the world is made of. */
const NOBODY_YET = 5_000
const UNIT = '500112017005'
const NOT_SIGNED_IN = '{"refusal":{"code":"not-signed-in"}}'

interface Knock {
  readonly route: string
  readonly token?: Token | undefined
  readonly asker?: Person
  readonly body?: object
  readonly status: number
  /** What the answer says, and nothing else. */
  readonly says?: string
  readonly label: string
}

type Ground = Matrix & Entrance

/** An answer without the times of day. */
const timeless = (text: string): string => text.replace(/"(time|endsAt)":"[^"]+"/g, '"$1":""')

/** Asks one of /me's own routes and holds the answer against what must come of it. */
async function knock({ app, world, tally }: Ground, { route, token, asker, body, status, says, label }: Knock): Promise<Answer> {
  const [method, url] = route.split(' ') as [Request['method'], string]
  const answer = await send(app, token, { method, url, ...(method === 'GET' ? {} : { body: body ?? {} }) })
  tally.probe(route)
  if (status !== 200) tally.denied(true)
  const what = `${label}: ${answer.status} ${answer.text.slice(0, 160)}`
  if (answer.status !== status) tally.fail({ kind: status === 200 ? 'wrong denial' : 'leak', route, what })
  if (says !== undefined && timeless(answer.text) !== timeless(says)) tally.fail({ kind: 'leak', route, what: `${what}, and not ${says}` })
  for (const leak of leaksIn(answer.text, { asker, route, typed: JSON.stringify(body ?? {}), owners: world.owners }))
    tally.fail({ kind: 'leak', route, what: `${what}: ${leak}` })
  return answer
}

/** Signing in on /me, opening and binding files, signing out: with wrong codes, for others' files, without a session. */
export async function runMeProbes(matrix: Matrix, sentTo: Entrance['sentTo']): Promise<void> {
  const ground = { ...matrix, sentTo }
  await probeWhoIsThere(ground)
  await probeBothSessions(ground)
  await probeSignIn(ground)
  await probeOpening(ground)
  await probeBinding(ground)
  await probeCounselling(ground)
  await probeSigningOut(ground)
}

async function probeWhoIsThere(ground: Ground): Promise<void> {
  const { world, noSessions } = ground
  const says = '{"account":null,"time":""}'
  const clerks = world.actors.filter((_, at) => at % 9 === 0)
  for (const token of [...noSessions, ...clerks.map((one) => one.token)])
    await knock(ground, { route: 'GET /api/me/session', token, status: 200, says, label: 'nobody on /me' })
  for (const person of world.persons) {
    const answer = await knock(ground, {
      route: 'GET /api/me/session',
      token: person.token,
      asker: person,
      status: 200,
      label: person.label,
    })
    const shows = [person.personId, ...(person.name === undefined ? [] : [person.name])]
    if (!shows.every((text) => answer.text.includes(text)))
      ground.tally.fail({ kind: 'wrong denial', route: 'GET /api/me/session', what: `${person.label} is not told whose file is open` })
  }
}

/** A browser may hold a session of each kind: neither answers in the place of the other. */
async function probeBothSessions({ app, world, tally }: Ground): Promise<void> {
  const [clerk, person] = [world.actors.find(({ role }) => role === 'supervisor'), world.persons[0]]
  if (!clerk || !person) throw new Error('nobody has a session')
  const both = { guidui: clerk.token, ...person.token }
  for (const [route, token] of [
    ['mine.home', person.token],
    ['person.codes', clerk.token],
  ] as const) {
    const request = messageTo('see', route, {})
    const [answer, alone] = [await send(app, both, request), await send(app, token, request)]
    tally.probe(route)
    if (answer.status !== 200 || answer.text !== alone.text)
      tally.fail({ kind: 'leak', route, what: `with both sessions: ${answer.status} ${answer.text.slice(0, 160)}` })
  }
}

async function probeSignIn(ground: Ground): Promise<void> {
  const [phone, other, silent] = [1, 2, 3].map((n) => madeUp(NOBODY_YET + n).phone) as [string, string, string]
  const sent = '{"waitSeconds":60,"validMinutes":5}'
  const ask = (body: { phone: string }, label: string) =>
    knock(ground, { route: 'POST /api/me/code', body, status: 200, says: sent, label })
  const enter = (body: { phone: string; code: string }, status: number, label: string, refused?: string) => {
    const says = refused === undefined ? {} : { says: `{"refusal":{"code":"${refused}"}}` }
    return knock(ground, { route: 'POST /api/me/session', body, status, label, ...says })
  }
  await ask({ phone }, 'a phone without an account')
  await ask({ phone: other }, 'another phone')
  const [code, otherCode] = [ground.sentTo(phone), ground.sentTo(other)]
  await enter({ phone, code: wrongBeside(code) }, 401, 'a wrong code', 'code-wrong')
  if (otherCode !== code) await enter({ phone, code: otherCode }, 401, "another phone's code", 'code-wrong')
  await enter({ phone, code }, 200, 'the code')
  await enter({ phone, code }, 401, 'the code again', 'code-run-out')
  await enter({ phone: silent, code }, 401, 'a phone that was sent none', 'code-run-out')
  await ask({ phone }, 'a phone with an account')
}

/** Another code of as many digits. */
const wrongBeside = (code: string): string => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0')

async function probeOpening(ground: Ground): Promise<void> {
  const { world, noSessions } = ground
  const route = 'POST /api/me/open'
  const ids = [...new Set([randomUUID(), ...world.persons.map(({ personId }) => personId)])]
  for (const token of [...noSessions, world.actors[0]?.token])
    await knock(ground, { route, token, body: { personId: ids[1] }, status: 401, says: NOT_SIGNED_IN, label: 'nobody on /me' })
  for (const person of world.persons) {
    for (const personId of ids) {
      const isOwn = personId === person.personId
      const says = isOwn ? {} : { says: '{"refusal":{"code":"file-not-yours"}}' }
      const label = `${person.label} opens ${personId}`
      await knock(ground, { route, token: person.token, asker: person, body: { personId }, status: isOwn ? 200 : 404, label, ...says })
    }
  }
}

interface File extends MadeUp {
  readonly personId: string
  readonly code: string
}

/** A file that is made now, and the code that its station hands out. */
async function fileWithCode({ app, world }: Ground, serial: number): Promise<File> {
  const made = madeUp(NOBODY_YET + serial)
  const clerk = world.actors.find((one) => judge(one, { route: 'person.giveCode', touches: UNIT }) === 'may')
  const tell = async (route: string, body: object): Promise<Record<string, string>> => {
    const answer = await send(app, clerk?.token, messageTo('do', route, body))
    if (answer.status !== 200) throw new Error(`${route}: ${answer.text}`)
    return saidIn(answer).value as Record<string, string>
  }
  const { name, citizenId, phone, address } = made
  const body = { unitCode: UNIT, person: { name, citizenId, phone, address, householdRegion: UNIT } }
  const { personId = '' } = await tell('person.capture', body)
  const { code = '' } = await tell('person.giveCode', { personId })
  return { ...made, personId, code }
}

async function probeBinding(ground: Ground): Promise<void> {
  const route = 'POST /api/me/bind'
  const [file, other] = [await fileWithCode(ground, 10), await fileWithCode(ground, 11)]
  const { citizenId, code, personId, name } = file
  for (const token of [...ground.noSessions, ground.world.actors[0]?.token])
    await knock(ground, { route, token, body: { citizenId, code }, status: 401, says: NOT_SIGNED_IN, label: 'nobody on /me' })
  const token = await signInOnMe(ground, file.phone)
  const asker: Person = { role: 'person', at: UNIT, personId, name }
  const denied = { route, token, status: 422, says: '{"refusal":{"code":"no-such-door"}}' }
  await knock(ground, { ...denied, body: { citizenId, code: wrongBeside(code.replace(' ', '')) }, label: 'a wrong code' })
  await knock(ground, { ...denied, body: { citizenId, code: other.code }, label: "another file's code" })
  await knock(ground, { ...denied, body: { citizenId: other.citizenId, code }, label: "another's number" })
  await knock(ground, { ...denied, body: { citizenId: madeUp(NOBODY_YET + 12).citizenId, code }, label: "nobody's number" })
  await knock(ground, { route, token, asker, body: { citizenId, code }, status: 200, label: 'the code' })
  await knock(ground, { ...denied, body: { citizenId, code }, label: 'the code again' })
}

/** A counsellor's notes about a person are read by counsellors, and not by the person either. */
async function probeCounselling({ app, world, tally }: Ground): Promise<void> {
  const [person, counsellor] = [world.persons[0], world.actors.find(({ role, at }) => role === 'counsellor' && at === '500112000000')]
  if (!person || !counsellor) throw new Error('there is nobody to counsel')
  const answers = { topic: '睡眠不好', minutes: 20, danger: 'none' }
  const notes = { typeCode: 'counselling', unitCode: person.at, personId: person.personId, answers }
  const begun = await send(app, counsellor.token, messageTo('do', 'matter.open', notes))
  const matterId = (saidIn(begun).value as { id: string } | undefined)?.id
  if (matterId === undefined) return tally.fail({ kind: 'wrong denial', route: 'matter.open', what: `nobody is counselled: ${begun.text}` })
  for (const [route, body] of [
    ['mine.home', {}],
    ['mine.matters', { limit: 500 }],
    ['mine.messages', { limit: 500 }],
    ['mine.matter', { matterId }],
  ] as const) {
    const answer = await send(app, person.token, messageTo('see', route, body))
    tally.probe(route)
    const isRight = route === 'mine.matter' ? answer.status === 404 : answer.status === 200 && !answer.text.includes(matterId)
    if (!isRight) tally.fail({ kind: 'leak', route, what: `notes of a counsellor: ${answer.status} ${answer.text.slice(0, 160)}` })
  }
}

async function probeSigningOut(ground: Ground): Promise<void> {
  const route = 'DELETE /api/me/session'
  const says = '{"account":null,"time":""}'
  for (const token of ground.noSessions) await knock(ground, { route, token, status: 200, says, label: 'nobody on /me' })
  const token = await signInOnMe(ground, madeUp(NOBODY_YET + 10).phone)
  const home = () => send(ground.app, token, messageTo('see', 'mine.home', {}))
  const before = await home()
  await knock(ground, { route, token, status: 200, says, label: 'somebody who leaves' })
  const after = await home()
  const what = `before signing out ${before.status}, after it ${after.status}`
  if (before.status !== 200) ground.tally.fail({ kind: 'wrong denial', route, what })
  if (after.status !== 401) ground.tally.fail({ kind: 'leak', route, what })
}
