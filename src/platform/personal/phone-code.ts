import { randomInt, randomUUID } from 'node:crypto'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { takeGuess } from '../access/lock-out.ts'
import type { PersonalRefusal } from './contract.ts'
import { PERSONAL_LIMITS, type PersonalContext } from './personal-context.ts'

type Refused<Code extends PersonalRefusal['code']> = Extract<PersonalRefusal, { code: Code }>

/** How the database knows a phone: by a keyed hash. */
export const phoneIndexOf = ({ secrets }: Pick<PersonalContext, 'secrets'>, phone: string): Buffer =>
  secrets.blindIndex('access.personal_accounts.phone', phone)

/** A code means something together with its phone only. */
const codeHashOf = ({ secrets }: PersonalContext, phone: string, code: string): Buffer =>
  secrets.blindIndex('access.phone_codes.code', `${phone}:${code}`)

/**
 * Sends a new code of six digits, good for five minutes, to a phone. Says the same for every phone, so that nobody learns
 * who has an account.
 */
export async function sendPhoneCode(
  context: PersonalContext,
  asked: { phone: string; address: string; now: Date },
): Promise<Result<{ code: string }, Refused<'too-many-tries' | 'message-not-sent'>>> {
  const { phone, address, now } = asked
  for (const subject of [
    { kind: 'phone', of: phone },
    { kind: 'phone-address', of: address },
  ] as const) {
    const { waitSeconds } = await takeGuess(context, subject, now)
    if (waitSeconds > 0) return refuse({ code: 'too-many-tries', waitSeconds })
  }
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const endsAt = new Date(now.getTime() + PERSONAL_LIMITS.codeMinutes * 60_000)
  await context.pool.query('select access.put_phone_code($1, $2, $3, $4)', [
    phoneIndexOf(context, phone),
    codeHashOf(context, phone, code),
    now,
    endsAt,
  ])
  return (await context.sendCode(phone, code)) ? ok({ code }) : refuse({ code: 'message-not-sent' })
}

/** Uses up the code of a phone. Five wrong tries end it; a right one is right once. */
export async function usePhoneCode(
  context: PersonalContext,
  typed: { phone: string; code: string; now: Date },
): Promise<Result<true, Refused<'code-wrong' | 'code-run-out'>>> {
  const { rows } = await context.pool.query<{ verdict: 'right' | 'code-wrong' | 'code-run-out' }>(
    'select access.use_phone_code($1, $2, $3) as verdict',
    [phoneIndexOf(context, typed.phone), codeHashOf(context, typed.phone, typed.code), typed.now],
  )
  const verdict = rows[0]?.verdict ?? 'code-run-out'
  return verdict === 'right' ? ok(true) : refuse({ code: verdict })
}

export const newAccountId = (): string => randomUUID()
