import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { Chance } from './chance.ts'

/** An action that the server has acknowledged: from then on it must never be lost. */
export interface Acknowledged {
  readonly key: string
  readonly action: 'person.capture' | 'visit.record'
  readonly unit: string
  readonly personIds: readonly string[]
  readonly answer: string
  /** How often it had to be sent. */
  readonly tries: number
  /** When the copy that was answered left, and when the answer came. */
  readonly sentAt: number
  readonly answeredAt: number
}

export interface Clerk {
  readonly acknowledged: readonly Acknowledged[]
  /** Ends after the action under way has been acknowledged. */
  readonly leave: () => Promise<void>
}

export interface ClerkSeat {
  readonly address: string
  readonly login: string
  readonly password: string
  readonly unit: string
  /** Tells this clerk's people from everybody's. */
  readonly number: number
  readonly chance: Chance
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Somebody of region 99, which is nobody's, born so that the number is right and each is another. */
function citizenIdOf(clerk: number, serial: number): string {
  const day = String((serial % 28) + 1).padStart(2, '0')
  const month = String((Math.floor(serial / 28) % 12) + 1).padStart(2, '0')
  const year = 1940 + (Math.floor(serial / 336) % 50)
  const first = `9977${String(clerk).padStart(2, '0')}${year}${month}${day}${String(serial % 1000).padStart(3, '0')}`
  return first + '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first[at]), 0) % 11)
}

const NAMES = '甲乙丙丁戊己庚辛壬癸'

/** Signs in and goes on recording people and visits, each under its own key, until told to leave. */
export async function seatClerk(seat: ClerkSeat): Promise<Clerk> {
  const cookie = await signIn(seat)
  const acknowledged: Acknowledged[] = []
  const people: string[] = []
  let isLeaving = false
  const work = async (): Promise<void> => {
    for (let serial = 0; !isLeaving; serial += 1) {
      const isCapture = people.length < 3 || seat.chance() < 0.3
      const one = isCapture ? captureOf(seat, serial) : visitOf(seat, people)
      const done = await insist(seat, cookie, one)
      acknowledged.push(done)
      if (isCapture) people.push(done.key)
    }
  }
  const working = work()
  return {
    acknowledged,
    leave: async () => {
      isLeaving = true
      await working
    },
  }
}

type Asked = Pick<Acknowledged, 'key' | 'action' | 'unit' | 'personIds'> & { readonly body: object }

function captureOf({ unit, number }: ClerkSeat, serial: number): Asked {
  const key = uuidv7()
  const name = `试${NAMES.charAt(serial % 10)}${NAMES.charAt(Math.floor(serial / 10) % 10)}`
  const person = { name, citizenId: citizenIdOf(number, serial), householdRegion: unit }
  return { key, action: 'person.capture', unit, personIds: [key], body: { unitCode: unit, person, identities: [{ classCode: 'KIN-M' }] } }
}

function visitOf({ unit, chance }: ClerkSeat, people: readonly string[]): Asked {
  const from = Math.floor(chance() * people.length)
  const personIds = [...new Set([people[from] ?? '', people[(from + 1) % people.length] ?? ''])].slice(0, chance() < 0.5 ? 1 : 2)
  const body = { personIds, unitCode: unit, doneOn: '2026-03-02', deliveries: ['policy'], note: '一切安好' }
  return { key: uuidv7(), action: 'visit.record', unit, personIds, body }
}

/** Sends the same message under the same key until it is answered: what a client does whose answer was lost. */
async function insist({ address }: ClerkSeat, cookie: string, { body, ...asked }: Asked): Promise<Acknowledged> {
  for (let tries = 1; ; tries += 1) {
    const sentAt = Date.now()
    const answer = await fetch(`${address}/api/do/${asked.action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': asked.key, cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    if (answer?.status === 200 && text !== undefined) return { ...asked, answer: text, tries, sentAt, answeredAt: Date.now() }
    const isPassing = !answer || text === undefined || answer.status >= 500 || text.includes('still-running')
    if (!isPassing) throw new Error(`${asked.action} was refused: ${answer.status} ${text}`)
    await sleep(40)
  }
}

async function signIn({ address, login, password }: ClerkSeat): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  if (!answer.ok) throw new Error(`${login} could not sign in: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}
