import type { Sender } from './submit.ts'

/** A gateway as the setting names it: `cmpp://SPID:secret@host:7890?code=1069…&rate=20`. */
export interface CmppGateway extends Sender {
  readonly host: string
  readonly port: number
  readonly secret: string
  /** Parts of texts a second, at most. */
  readonly rate: number
  /** Parts without an answer, at most. */
  readonly window: number
}

const DEFAULTS = { port: '7890', rate: '20', window: '16', service: '' }

/** What each part must look like; nothing else may stand there, so that no misspelt part is quietly left out. */
const SHAPES = {
  spId: /^[A-Za-z0-9]{6}$/,
  secret: /^[\x21-\x7e]{1,64}$/,
  code: /^\d{3,20}$/,
  rate: /^[1-9]\d{0,2}$/,
  window: /^([1-9]|[1-5]\d|6[0-4])$/,
  service: /^[\x21-\x7e]{0,10}$/,
}

/** Reads `cmpp://SPID:secret@host:7890?code=1069…&rate=20&window=16&service=…`; undefined where it is not one. */
export function readGatewayAddress(address: string): CmppGateway | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'cmpp:' || url.hostname === '' || !['', '/'].includes(url.pathname) || url.hash !== '') return undefined
  const asked = Object.fromEntries(url.searchParams)
  const { code = '', rate = DEFAULTS.rate, window = DEFAULTS.window, service = DEFAULTS.service, ...others } = asked
  const parts = { spId: plain(url.username), secret: plain(url.password), code, rate, window, service }
  const isRight = Object.entries(SHAPES).every(([name, shape]) => shape.test(parts[name as keyof typeof SHAPES]))
  if (!isRight || Object.keys(others).length > 0) return undefined
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return { ...parts, host, port: Number(url.port || DEFAULTS.port), rate: Number(rate), window: Number(window) }
}

/** A secret may hold `@` and `/` as %40 and %2F; what cannot be read is no secret. */
function plain(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return ''
  }
}
