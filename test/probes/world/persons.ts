import type { FastifyInstance } from 'fastify'
import type { DeskMaker, OnMe, PersonMade } from '../generators/probe-case.ts'
import type { Person } from '../oracle/judge.ts'
import { type Cookies, messageTo, paperTo, saidIn, send } from './desk.ts'
import type { Grounds } from './grounds.ts'
import { STATIONS } from './places.ts'

/** A telephone on /me with a file open, and what lies in the file. */
export interface Bound extends Person {
  readonly label: string
  readonly token: Cookies
  /** An application that waits for the person, and the message that says so. */
  readonly matterId: string
  readonly noticeId: string
}

/** Where telephones sign in. */
export interface Entrance {
  readonly app: FastifyInstance
  /** The six digits that a telephone was sent last. */
  readonly sentTo: (phone: string) => string
}

type Ground = Grounds & Entrance & { readonly maker: DeskMaker }

/** One person a station, and in the first village a neighbour. */
const SEATS = [...STATIONS, STATIONS[0]]

/** Of whom somebody else acts, and in which kind of matter. */
const ENTRUSTED = 4
export const ENTRUSTED_KIND = 'policyEnquiry'

/** Signs a telephone in by the code that it is sent. @returns its session */
export async function signInOnMe({ app, sentTo }: Entrance, phone: string): Promise<Cookies> {
  await send(app, undefined, { method: 'POST', url: '/api/me/code', body: { phone } })
  const answer = await send(app, undefined, { method: 'POST', url: '/api/me/session', body: { phone, code: sentTo(phone) } })
  const token = answer.cookies.find(({ name }) => name === 'guidui-me')?.value
  if (token === undefined) throw new Error(`making the world: ${phone} could not sign in on /me: ${answer.text}`)
  return { 'guidui-me': token }
}

async function bind({ app }: Entrance, token: Cookies, door: { citizenId: string; code: string }): Promise<void> {
  const answer = await send(app, token, { method: 'POST', url: '/api/me/bind', body: door })
  if (answer.status !== 200) throw new Error(`making the world: no file could be bound: ${answer.text}`)
}

/** Does an action on /me. @throws where it was refused */
async function doOnMe(app: FastifyInstance, who: Pick<Bound, 'token' | 'label'>, route: string, body: object): Promise<{ id: string }> {
  const answer = await send(app, who.token, messageTo('do', route, body))
  if (answer.status !== 200) throw new Error(`making the world: ${route} by ${who.label} said ${answer.text}`)
  return saidIn(answer).value as { id: string }
}

/** Enters somebody who may act for a person until the end of next year. @returns the id of the authority */
export async function entrust(maker: DeskMaker, { id, unit }: PersonMade, kinds: readonly string[] | null): Promise<string> {
  const { name, phone } = maker.fresh()
  const agent = { agentName: name, agentPhone: phone, relation: 'child', evidence: '委托书' }
  const untilOn = `${new Date().getFullYear() + 1}-12-31`
  const entered = await maker.done('authority.register', { touches: unit }, { personId: id, ...agent, kinds, untilOn })
  maker.remember(entered['id'] ?? '', unit)
  return entered['id'] ?? ''
}

async function seatPerson(ground: Ground, unit: string, serial: number): Promise<{ made: PersonMade; bound: Bound }> {
  const { maker, app, remember } = ground
  const made = await maker.person(unit)
  remember(made.id, { kind: 'person', unit, person: made.id })
  const { code = '' } = await maker.done('person.giveCode', { touches: unit }, { personId: made.id })
  const token = await signInOnMe(ground, made.phone)
  await bind(ground, token, { citizenId: made.citizenId, code })
  const label = `person ${serial}@${unit}`
  const { id: matterId } = await doOnMe(app, { token, label }, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })
  const noticeId = await askedBack(ground, unit, matterId)
  for (const id of [matterId, noticeId]) remember(id, { kind: 'work', unit, person: made.id })
  return { made, bound: { role: 'person', at: unit, personId: made.id, name: made.name, label, token, matterId, noticeId } }
}

/** The township wants papers, and the person is told. @returns the message */
async function askedBack({ maker, database }: Ground, unit: string, matterId: string): Promise<string> {
  await maker.done('matter.step', { touches: unit, role: 'townshipHead' }, { matterId, step: 'ask', steps: 1, reason: '照片不合格' })
  const { rows } = await database.ownerPool.query<{ id: string }>('select id from casework.notices where matter_id = $1', [matterId])
  if (!rows[0]) throw new Error('making the world: nobody was told that papers are wanted')
  return rows[0].id
}

async function seatAgent(ground: Ground, { made, bound }: { made: PersonMade; bound: Bound }): Promise<Bound> {
  const { maker } = ground
  const authorityId = await entrust(maker, made, [ENTRUSTED_KIND])
  const { code = '' } = await maker.done('person.giveCode', { touches: made.unit }, { personId: made.id, authorityId })
  const token = await signInOnMe(ground, maker.fresh().phone)
  await bind(ground, token, { citizenId: made.citizenId, code })
  const { name: _own, ...rest } = bound
  return { ...rest, label: `agent of ${bound.label}`, token, kinds: [ENTRUSTED_KIND] }
}

/** Persons of every station with files open on /me, two of them of one village, and somebody with authority; all through the real routes. */
export async function seatPersons(ground: Ground): Promise<Bound[]> {
  const seated = []
  for (const [serial, unit] of SEATS.entries()) seated.push(await seatPerson(ground, unit, serial))
  const entrusting = seated[ENTRUSTED]
  if (!entrusting) throw new Error('there are too few stations')
  return [...seated.map(({ bound }) => bound), await seatAgent(ground, entrusting)]
}

/** Makes rows on /me, each by the person whose it is. */
export const onMe = ({ app, remember }: Grounds, persons: readonly Bound[]): OnMe => ({
  persons,
  begin: async (person, typeCode, answers) => {
    const { id } = await doOnMe(app, person, 'mine.open', { typeCode, answers })
    remember(id, { kind: 'work', unit: person.at, person: person.personId })
    return id
  },
  take: async (person, body) => void (await doOnMe(app, person, 'mine.step', body)),
  paper: async ({ token, label }) => {
    const answer = await send(app, token, paperTo('/api/me/files'))
    if (answer.status !== 200) throw new Error(`making the world: ${label} could not send a paper: ${answer.text}`)
    return (saidIn(answer).value as { id: string }).id
  },
})
