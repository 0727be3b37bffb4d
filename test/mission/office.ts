import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { OfficeSeat } from '../../demo/scenarios/load-scenario.ts'
import { totpCodeOf } from '../../src/platform/access/totp.ts'
import type { Asked } from './figures.ts'

/** An officer at the running server: everything goes over HTTP, as from a browser. */
export interface Office {
  /** The value of a view. @throws where it is not answered */
  readonly see: (name: string, input: unknown) => Promise<unknown>
  /** What an action gives. @throws where it is refused */
  readonly run: (name: string, input: unknown) => Promise<unknown>
}

/** Signs in with the second factor. @throws where it is refused */
export async function openOffice(address: string, { login, password, totpSecret }: OfficeSeat): Promise<Office> {
  const code = totpCodeOf(totpSecret, Math.floor(Date.now() / 30_000))
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  const entered = await post('/api/session', { login, password, code })
  if (!entered.ok) throw new Error(`${login} could not sign in: ${await entered.text()}`)
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const ask = async (path: string, input: unknown, headers: Record<string, string> = {}): Promise<unknown> => {
    const answer = await post(path, input, { cookie, ...headers })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text}`)
    return (JSON.parse(text) as { value: unknown }).value
  }
  return {
    see: (name, input) => ask(`/api/see/${name}`, input),
    run: (name, input) => ask(`/api/do/${name}`, input, { 'idempotency-key': uuidv7() }),
  }
}

const Read = z.object({ rows: z.array(z.object({ code: z.string(), key: z.string(), value: z.number().nullable() })) })
const Rows = z.object({ sum: z.number() })

const byOf = ({ word }: Asked): string => (word === undefined ? 'none' : 'dimension')

/** What may be asked for together: indicators of one place, one period, whole or by dimension. */
const togetherOf = (asked: Asked): string => `${asked.place} ${asked.from} ${asked.to} ${byOf(asked)}`

/** Figures as `figure.read` answers them, in the same order; of a dimension the part of the word, 0 where there is none. */
export async function readAsked(office: Office, figures: readonly Asked[]): Promise<(number | null)[]> {
  const answers = new Map<string, z.infer<typeof Read>['rows']>()
  for (const together of new Set(figures.map(togetherOf))) {
    const group = figures.filter((figure) => togetherOf(figure) === together)
    const [first] = group
    if (!first) continue
    const codes = [...new Set(group.map(({ code }) => code))]
    const input = { codes, place: first.place, period: { from: first.from, to: first.to }, by: byOf(first) }
    answers.set(together, Read.parse(await office.see('figure.read', input)).rows)
  }
  return figures.map((figure) => {
    const { code, word } = figure
    const found = answers.get(togetherOf(figure))?.find((row) => row.code === code && row.key === (word ?? ''))
    return found === undefined && word !== undefined ? 0 : (found?.value ?? null)
  })
}

/** What the rows behind a figure add up to, as the list under it says. */
export async function sumRows(office: Office, { code, word, place, from, to }: Asked): Promise<number> {
  const asked = { code, place, period: { from, to }, limit: 1, ...(word === undefined ? {} : { word }) }
  return Rows.parse(await office.see('figure.rows', asked)).sum
}
