import type { FastifyInstance } from 'fastify'
import { uuidv7 } from 'uuidv7'

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly body?: object | string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** What a stranger can tell of an answer. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** Every header that could tell two answers apart. */
  readonly headers: string
  readonly cookies: readonly { readonly name: string; readonly value: string }[]
}

/** What an action or a view answered. */
export interface Said {
  readonly value?: unknown
  readonly refusal?: { readonly code: string }
  readonly problem?: { readonly code: string }
}

export const saidIn = (answer: Answer): Said => JSON.parse(answer.text) as Said

/** The cookies of a browser: the session of an office, that of a person on /me, or both. */
export interface Cookies {
  readonly guidui?: string
  readonly 'guidui-me'?: string
}

/** A session as it is brought along; a text is that of an office. */
export type Token = string | Cookies

const cookiesOf = (token: Token | undefined): Record<string, string> =>
  typeof token === 'object' ? { ...token } : token === undefined ? {} : { guidui: token }

const PDF = '%PDF-1.7\n%%EOF\n'
const HEAD = '--edge\r\ncontent-disposition: form-data; name="file"; filename="p.pdf"\r\ncontent-type: application/pdf\r\n\r\n'

/** One small paper, to one of the doors that take papers. */
export const paperTo = (url: string): Request => ({
  method: 'POST',
  url,
  body: `${HEAD}${PDF}\r\n--edge--\r\n`,
  headers: { 'content-type': 'multipart/form-data; boundary=edge', 'x-guidui-upload': '1' },
})

/** A table, a scan and the end: as small as a JPEG can be. */
const PICTURE = Buffer.from('ffd8ffdb00047461ffda000473637069ffd9', 'hex')

/** One small photo, to one of the doors that take them. */
export const photoTo = (url: string): Request => ({
  ...paperTo(url),
  body: Buffer.concat([Buffer.from(HEAD.replace('application/pdf', 'image/jpeg')), PICTURE, Buffer.from('\r\n--edge--\r\n')]),
})

/** The same in the words of a header; none where there is no session. */
export function cookieHeader(token: Token | undefined): Record<string, string> {
  const cookies = Object.entries(cookiesOf(token)).map(([name, value]) => `${name}=${value}`)
  return cookies.length === 0 ? {} : { cookie: cookies.join('; ') }
}

/** Sends one request as the holder of a token. */
export async function send(app: FastifyInstance, token: Token | undefined, request: Request): Promise<Answer> {
  const answer = await app.inject({
    method: request.method,
    url: request.url,
    cookies: cookiesOf(token),
    headers: { ...(request.method === 'GET' ? {} : { 'content-type': 'application/json' }), ...request.headers },
    ...(request.body === undefined ? {} : { payload: request.body }),
  })
  const { date: _date, 'set-cookie': _cookie, ...headers } = answer.headers
  return { status: answer.statusCode, text: answer.payload, headers: JSON.stringify(headers), cookies: answer.cookies }
}

/** The request that stores a text as a file. */
export const fileOf = (text: string, kind = 'import'): Request => ({
  method: 'POST',
  url: `/api/files?kind=${kind}`,
  body: `--edge\r\ncontent-disposition: form-data; name="file"; filename="roster.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--edge--\r\n`,
  headers: { 'content-type': 'multipart/form-data; boundary=edge', 'x-guidui-upload': '1' },
})

/** The request that carries a message to an action or a view, each time under a new id. */
export const messageTo = (kind: 'do' | 'see', route: string, body: object, key: string = uuidv7()): Request => ({
  method: 'POST',
  url: `/api/${kind}/${route}`,
  body,
  ...(kind === 'do' ? { headers: { 'idempotency-key': key } } : {}),
})
