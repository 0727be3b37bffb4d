import type { FastifyInstance } from 'fastify'
import { uuidv7 } from 'uuidv7'
import type { UnitCode } from '../src/kernel/region-code.ts'
import { tellPeople } from '../src/modules/casework/index.ts'
import type { Ground } from '../src/platform/actions/run-action.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { buildServer } from '../src/server.ts'
import { browserOf } from './access-world.ts'
import { openTestDatabase } from './database/clone.ts'
import { act, actor, divisions, ground, person, value } from './world.ts'

interface Door {
  readonly on: Ground
  readonly app: FastifyInstance
  /** Codes, which reach nobody but the test. */
  readonly sent: readonly string[]
}

/** Telephones that are signed in on /me and bound to nothing. */
function phonesAt({ app, sent }: Door) {
  let phones = 0
  return async () => {
    phones += 1
    const phone = `100${String(phones).padStart(8, '0')}`
    const browser = browserOf(app)
    await browser.ask('POST', '/api/me/code', { phone })
    const answer = await browser.ask('POST', '/api/me/session', { phone, code: sent.at(-1) })
    return { ...browser, phone, account: answer.json().account }
  }
}

type SignedIn = ReturnType<typeof phonesAt>

/** A door code, as the station of a person hands it out: to the person, or to somebody with authority. */
async function codeFor(on: Ground, unitCode: UnitCode, input: { personId: string; authorityId?: string }): Promise<string> {
  return value<{ code: string }>(await act(on, actor({ unitCode }), { name: 'person.giveCode', input })).code
}

/** Somebody with a file, and a telephone that is bound to it. */
async function bindOwn({ on }: Door, signedIn: SignedIn, given: Parameters<typeof person>[1]) {
  const someone = await person(on, { phone: '10098765432', ...given })
  const code = await codeFor(on, someone.unitCode, { personId: someone.id })
  const phone = await signedIn()
  const answer = await phone.ask('POST', '/api/me/bind', { citizenId: someone.citizenId, code })
  if (answer.statusCode !== 200) throw new Error(`not bound: ${answer.payload}`)
  return { someone, phone, code, session: answer.json() }
}

interface AuthorityGiven {
  readonly kinds?: string[] | null
  readonly untilOn?: string
}

/** Somebody with authority for a person, and the telephone that is bound by it. */
async function bindAgent({ on }: Door, signedIn: SignedIn, { kinds = null, untilOn = '2026-12-31' }: AuthorityGiven) {
  const someone = await person(on)
  const agent = { agentName: '周晓梅', agentPhone: '10000000009', relation: 'child', evidence: '委托书' }
  const register = { personId: someone.id, ...agent, kinds, untilOn }
  const { id } = value<{ id: string }>(await act(on, actor(), { name: 'authority.register', input: register }))
  const code = await codeFor(on, actor().unitCode, { personId: someone.id, authorityId: id })
  const phone = await signedIn()
  await phone.ask('POST', '/api/me/bind', { citizenId: someone.citizenId, code })
  return { someone, phone, authorityId: id }
}

/** The program with its door /me open, on a database of its own. */
export async function openMeWorld() {
  const database = await openTestDatabase()
  const on = { ...ground(database), mePool: database.mePool }
  const sent: string[] = []
  const sendCode = (_phone: string, code: string): Promise<boolean> => Promise.resolve(sent.push(code) > 0)
  const app = await buildServer({ ...on, secure: false, log: () => undefined, sendCode })
  await divisions(database)
  const door = { on, app, sent }
  const signedIn = phonesAt(door)
  return {
    database,
    ...door,
    signedIn,
    bound: (given: Parameters<typeof person>[1] = {}) => bindOwn(door, signedIn, given),
    withAuthority: (given: AuthorityGiven = {}) => bindAgent(door, signedIn, given),
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

/** Somebody is told that their benefits go to another account, as benefits tell it. */
export async function tellOfAccount({ database, on }: Awaited<ReturnType<typeof openMeWorld>>, personId: string): Promise<void> {
  const words = { zh: '您的待遇发放账户现在是测试银行尾号 2222 的账户。', en: 'Your benefits go to another account.' }
  const context = { secrets: on.secrets, now: on.clock.now(), today: on.clock.today(), actor: actor(), fact: () => undefined }
  await withScope(database.appPool, actor().scope, 'write', (tx) =>
    tellPeople({ ...context, tx, subject: () => undefined }, 'payee', { told: [{ id: uuidv7(), personId, words }], isCalled: false }),
  )
}

type Asking = Pick<ReturnType<typeof browserOf>, 'ask'>

export const see = (phone: Asking, name: string, input: object = {}) => phone.ask('POST', `/api/see/${name}`, input)

/** Acts as a telephone, under a key of its own unless one is given. */
export const doOn = (phone: Asking, name: string, input: object, id = uuidv7()) =>
  phone.ask('POST', `/api/do/${name}`, input, { 'idempotency-key': id })
