import type * as contract from '../../platform/access/session-contract.ts'

/** A message as it lies on the wire: a code, an id, a right are plain words here, for nothing is decided by them. */
type Plain<T> = T extends string ? string : T extends readonly (infer One)[] ? Plain<One>[] : T extends object ? PlainFields<T> : T
type PlainFields<T> = { [K in keyof T]: Plain<T[K]> }

/** Who is signed in, at which place, and what the rail may offer. Rights are always checked again by the server. */
export type SessionAccount = Plain<contract.SignedIn>

/** A made-up person of the demo region, in words; `code` is the one-time code of this half minute. */
export type DemoAccount = contract.DemoAccount

export type Session = Plain<contract.SessionAnswer>

export interface SignInRefusal {
  code: contract.SignInRefusal['code']
  waitSeconds?: number
}

export interface Credentials {
  login: string
  password: string
  code?: string | undefined
}

/** What an account must do about itself before it may do anything else. */
export function waitsFor({ needsTotp, mustChangePassword }: SessionAccount): 'both' | 'password' | 'totp' | undefined {
  if (mustChangePassword) return needsTotp ? 'both' : 'password'
  return needsTotp ? 'totp' : undefined
}
