import { createHash, randomBytes } from 'node:crypto'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Actor } from '../access/actor.ts'
import { onMe } from './on-me.ts'
import { PERSONAL_LIMITS, type PersonalContext } from './personal-context.ts'
import { newAccountId, phoneIndexOf } from './phone-code.ts'

/** A phone is sealed for the row that its own index names. */
export const PHONE = 'access.personal_accounts.phone'
const TOKEN = /^[A-Za-z0-9_-]{43}$/

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A file that the account may open, as it was bound. */
export interface Binding {
  readonly personId: PersonId
  readonly as: 'self' | 'agent'
  readonly untilOn: PlainDate | null
  readonly kinds: readonly string[] | null
}

export interface PersonalSession {
  readonly accountId: AccountId
  readonly phone: string
  /** The file that is open, if any. */
  readonly personId: PersonId | null
  readonly files: readonly Binding[]
  readonly endsAt: string
}

/** Opens a session for the account of a phone, which is made at its first sign-in. Gives the token, which is kept nowhere. */
export async function openPersonalSession(context: PersonalContext, phone: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const index = phoneIndexOf(context, phone)
  // The row that is found again must open whoever made it: the index, and not a new id, names it to the cipher.
  const sealed = context.secrets.encrypt(PHONE, index.toString('hex'), phone)
  const endsAt = new Date(now.getTime() + PERSONAL_LIMITS.sessionHours * 3_600_000)
  await context.pool.query('select access.open_personal_session($1, $2, $3, $4, $5, $6)', [
    index,
    sealed,
    newAccountId(),
    hashOf(token),
    now,
    endsAt,
  ])
  return token
}

interface SessionRow {
  account_id: AccountId
  phone: Buffer
  phone_index: Buffer
  person_id: PersonId | null
  ends_at: string
  files: Binding[]
}

/** The session of a token on /me; undefined where there is none or it has ended. */
export async function findPersonalSession(
  { pool, secrets }: PersonalContext,
  token: string | undefined,
  seen: { now: Date; isActivity: boolean },
): Promise<PersonalSession | undefined> {
  if (!token || !TOKEN.test(token)) return undefined
  const { rows } = await pool.query<SessionRow>({
    name: 'access.find_personal_session',
    text: 'select * from access.find_personal_session($1, $2, make_interval(mins => $3), $4)',
    values: [hashOf(token), seen.now, PERSONAL_LIMITS.idleMinutes, seen.isActivity],
  })
  const row = rows[0]
  return (
    row && {
      accountId: row.account_id,
      phone: secrets.decrypt(PHONE, row.phone_index.toString('hex'), row.phone),
      personId: row.person_id,
      files: row.files,
      endsAt: new Date(row.ends_at).toISOString(),
    }
  )
}

/** Opens another of the account's files. False where it is not bound to it. */
export async function openBoundFile({ pool }: PersonalContext, token: string, personId: PersonId): Promise<boolean> {
  const { rows } = await pool.query<{ opened: boolean }>('select access.open_bound_file($1, $2) as opened', [hashOf(token), personId])
  return rows[0]?.opened ?? false
}

export async function endPersonalSession({ pool }: PersonalContext, token: string, now: Date): Promise<void> {
  await pool.query('select access.end_personal_session($1, $2)', [hashOf(token), now])
}

/**
 * Who acts for the file that is open: the person, or somebody with an authority that has not run out. Nobody acts for the
 * dead, and for a file that has closed.
 */
export async function actorOf(context: PersonalContext, session: PersonalSession): Promise<Actor | undefined> {
  const bound = session.files.find(({ personId }) => personId === session.personId)
  if (!bound || (bound.untilOn !== null && bound.untilOn < context.clock.today())) return undefined
  const home = await context.findHome(bound.personId)
  if (!home?.isAlive) return undefined
  return onMe({
    accountId: session.accountId,
    unitCode: home.unitCode,
    person: { id: bound.personId, ...(bound.as === 'agent' ? { agent: { kinds: bound.kinds } } : {}) },
  })
}
