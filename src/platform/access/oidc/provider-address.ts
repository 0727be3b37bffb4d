/** A provider of single sign-on as the setting names it: `https://CLIENT:SECRET@host/realms/x?name=统一身份认证`. */
export interface ProviderAddress {
  /** The issuer, exactly as its discovery document must say it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people call it: it stands on the button. */
  readonly name: string
}

const DEFAULT_NAME = '统一身份认证'

/** Only here is a provider believed without TLS: nothing leaves the machine. */
const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

const SHAPES = {
  clientId: /^[\x21-\x7e]{1,200}$/,
  clientSecret: /^[\x21-\x7e]{1,400}$/,
  name: /^[^\p{Cc}\p{Cs}]{1,20}$/u,
}

/** Reads the setting; undefined where it is not one. Nothing else may stand there, so that no misspelt part is quietly left out. */
export function readProviderAddress(setting: string): ProviderAddress | undefined {
  if (!URL.canParse(setting)) return undefined
  const url = new URL(setting)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && OWN_MACHINE.has(url.hostname))
  if (!isSafe || url.hash !== '') return undefined
  const { name = DEFAULT_NAME, ...others } = Object.fromEntries(url.searchParams)
  const parts = { clientId: plain(url.username), clientSecret: plain(url.password), name }
  const isRight = Object.entries(SHAPES).every(([part, shape]) => shape.test(parts[part as keyof typeof SHAPES]))
  if (!isRight || Object.keys(others).length > 0) return undefined
  // An issuer at the root of its host is written without the slash that every URL has.
  return { ...parts, issuer: url.pathname === '/' ? url.origin : `${url.origin}${url.pathname}` }
}

/** A secret may hold `@` and `/` as %40 and %2F; what cannot be read is no secret. */
function plain(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return ''
  }
}
