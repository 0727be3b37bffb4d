import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Pool } from 'pg'
import { list, read } from '../../../src/modules/indicators/contract.ts'
import { forkServer } from '../fork-server.ts'
import type { Bench } from '../open-bench.ts'
import type { Answered, Question } from './asking-process.ts'
import type { Serving } from './serving-process.ts'

export interface Asker {
  /** Asks one figure drawn by number over HTTP; gives the milliseconds it took. */
  readonly ask: (number: number) => Promise<number>
  /** What is asked by a number, in words: the form of the indicator, its code, the place and the period. */
  readonly nameOf: (number: number) => { readonly form: string; readonly what: string }
  /** Has the server fold what arrives until it is told to rest. */
  readonly fold: () => void
  readonly rest: () => Promise<void>
  readonly close: () => void
}

/** The views behind a real port, asked as an officer of the province: server and asker are processes of their own, as in life. */
export async function openAsker({ database }: Bench): Promise<Asker> {
  const server = forkServer(new URL('./serving-process.ts', import.meta.url))
  const tell = async (message: Serving): Promise<unknown> => {
    const answer = once(server, 'message')
    server.send(message)
    return (await answer)[0]
  }
  const address = await tell({ connection: database.appConnection })
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${address}/api/see/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${answer.status} ${text}`)
    return JSON.parse(text) as { value: { rows: { code: string; form: string }[] } }
  }
  const { rows } = (await post(list.name, {})).value
  const forms = new Map(rows.map(({ code, form }) => [code, form]))
  const distinct = rows.flatMap(({ code, form }) => (form === 'distinct' ? [code] : []))
  const places = await listPlaces(database.ownerPool)
  const asked = (number: number) => question(number, { codes: number % EACH_DISTINCT === 0 ? distinct : [...forms.keys()], places })
  const nameOf = (number: number) => {
    const { code, place, period } = asked(number)
    return { form: forms.get(code) ?? '', what: `${code} of ${place} from ${period.from} to ${period.to}` }
  }
  const client = fork(new URL('./asking-process.ts', import.meta.url))
  const ask = async (number: number) => {
    const answer = once(client, 'message') as Promise<[Answered]>
    const { code, ...where } = asked(number)
    const body = JSON.stringify({ codes: [code], ...where })
    client.send({ url: `${address}/api/see/${read.name}`, body } satisfies Question)
    const [answered] = await answer
    if ('fault' in answered) throw new Error(answered.fault)
    return answered.milliseconds
  }
  const close = () => {
    client.disconnect()
    server.disconnect()
  }
  return { ask, nameOf, fold: () => server.send('fold'), rest: async () => void (await tell('rest')), close }
}

/** A place of each tier as often as any other: the province is asked for more than one village is. */
async function listPlaces(ownerPool: Pool): Promise<string[][]> {
  const { rows } = await ownerPool.query<{ codes: string[] }>(
    `select array_agg(code order by code) as codes from network.divisions
      where code like '44%' and not is_pseudo and tier in ('province', 'city', 'county', 'township', 'village') group by tier`,
  )
  return rows.map((row) => row.codes)
}

/** Indicators of distinct persons are few: every so many questions is about one of them, the others about any. */
const EACH_DISTINCT = 4

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function question(number: number, { codes, places }: { codes: readonly string[]; places: readonly string[][] }) {
  const draw = (at: number, size: number): number => (Math.imul(number * 31 + at + 1, 0x9e3779b1) >>> 7) % size
  const tier = places[draw(1, places.length)] ?? []
  const first = draw(2, 36)
  const last = first + draw(3, 36 - first)
  const month = (at: number) => ({ year: 2023 + Math.floor((at + 10) / 12), month: (at + 10) % 12 })
  const [from, to] = [month(first), month(last)]
  const two = (value: number) => String(value).padStart(2, '0')
  const days = to.month === 1 && to.year === 2024 ? 29 : (DAYS[to.month] ?? 30)
  return {
    code: codes[draw(4, codes.length)] ?? '',
    place: tier[draw(5, tier.length)] ?? '',
    period: { from: `${from.year}-${two(from.month + 1)}-01`, to: `${to.year}-${two(to.month + 1)}-${two(days)}` },
  }
}
