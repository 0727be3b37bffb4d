import { createHmac } from 'node:crypto'
import type { AccessContext } from './access-context.ts'
import type { GuessLimit } from './settings.ts'

/** Whose guesses are counted together. */
export type GuessSubject =
  | { readonly kind: 'unknown-devices'; readonly login: string }
  | { readonly kind: 'known-device'; readonly login: string; readonly deviceHash: Buffer }
  | { readonly kind: 'signed-in'; readonly login: string }
  | { readonly kind: 'address'; readonly address: string }
  /** Codes asked for by one phone, or from one address; tries at the code of a file, by one account or at one file. */
  | { readonly kind: 'phone' | 'phone-address' | 'door-account' | 'door-file'; readonly of: string }

/** A guess taken before it is checked. */
export interface Guess {
  readonly subject: GuessSubject
  readonly at: Date
  /** 0 where the guess may be checked; otherwise the seconds to wait, and nothing may be checked. */
  readonly waitSeconds: number
}

/** Counters are kept under a keyed hash: the table tells neither logins nor addresses. */
function keyOf({ secrets }: AccessContext, subject: GuessSubject): Buffer {
  const parts = Object.values(subject).map((part) => (Buffer.isBuffer(part) ? part.toString('hex') : part))
  return createHmac('sha256', secrets.derive('access.sign-in-counters')).update(JSON.stringify(parts)).digest()
}

const limitOf = ({ config: { lockOut } }: AccessContext, { kind }: GuessSubject): GuessLimit =>
  ({
    'unknown-devices': lockOut.unknownDevices,
    'known-device': lockOut.knownDevice,
    'signed-in': lockOut.knownDevice,
    address: lockOut.address,
    phone: lockOut.phone,
    'phone-address': lockOut.phoneAddress,
    'door-account': lockOut.door,
    'door-file': lockOut.door,
  })[kind]

/**
 * Takes one guess from a subject's allowance, in the database, so that guesses on several servers at once are all
 * counted. Nothing is ever locked for good: the oldest guess comes free when its hour is over.
 */
export async function takeGuess(context: AccessContext, subject: GuessSubject, at: Date): Promise<Guess> {
  const { guesses, seconds } = limitOf(context, subject)
  const { rows } = await context.pool.query<{ wait: number }>('select access.take_guess($1, $2, $3, make_interval(secs => $4)) as wait', [
    keyOf(context, subject),
    at,
    guesses,
    seconds,
  ])
  return { subject, at, waitSeconds: rows[0]?.wait ?? seconds }
}

/**
 * Gives a right guess back. On a known device the wrong ones before it are forgotten as well; those of unknown devices
 * are not, for they may be somebody else's.
 */
export async function returnGuess(context: AccessContext, { subject, at }: Guess): Promise<void> {
  const all = subject.kind === 'known-device' || subject.kind === 'signed-in'
  await context.pool.query('select access.return_guess($1, $2, $3)', [keyOf(context, subject), at, all])
}
