import { randomBytes } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { AccountId } from '../src/kernel/id.ts'
import { rangeOf, type UnitCode } from '../src/kernel/region-code.ts'
import type { AccessContext } from '../src/platform/access/access-context.ts'
import { installAccount } from '../src/platform/access/accounts.ts'
import { createDevice, type Device } from '../src/platform/access/device.ts'
import type { Role } from '../src/platform/access/roles.ts'
import { ACCESS_DEFAULTS } from '../src/platform/access/settings.ts'
import { signIn } from '../src/platform/access/sign-in.ts'
import { totpCodeOf } from '../src/platform/access/totp.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { openSecrets } from '../src/platform/secrets/secrets.ts'
import { openTestDatabase } from './database/clone.ts'

/** 凤鸣路社区, its county, and a community of the next county. */
export const VILLAGE = '500112017005' as UnitCode
export const COUNTY = '500112000000' as UnitCode
export const ELSEWHERE = '500113001001' as UnitCode

export const PASSWORD = 'Quiet-Harbour-7'
const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
export const NOON = new Date('2026-03-02T04:00:00.000Z')

export const after = (seconds: number, from: Date = NOON): Date => new Date(from.getTime() + seconds * 1000)

/** The one-time code of an instant. */
export const codeAt = (now: Date): string => totpCodeOf(TOTP_SECRET, Math.floor(now.getTime() / 30_000))

/** A database with accounts, for the tests of signing in. */
export async function openAccessWorld() {
  const database = await openTestDatabase()
  const secrets = openSecrets({ masterKey: randomBytes(32), profile: 'international' })
  const config = {
    ...ACCESS_DEFAULTS,
    secure: false,
    lockOut: { ...ACCESS_DEFAULTS.lockOut, address: { guesses: 20, seconds: 60 }, slowAnswerMilliseconds: 5 },
  }
  const context: AccessContext = { pool: database.appPool, secrets, config }

  async function account(
    login: string,
    roles: readonly Role[],
    given: { unitCode?: UnitCode; mustChangePassword?: boolean; totp?: boolean } = {},
  ) {
    const unitCode = given.unitCode ?? VILLAGE
    const accountId = await withScope(context.pool, rangeOf(unitCode), 'write', (tx) =>
      installAccount(tx, secrets, {
        login,
        name: `测试${login}`,
        unitCode,
        roles,
        password: PASSWORD,
        mustChangePassword: given.mustChangePassword ?? false,
        now: NOON,
        ...(given.totp && { totpSecret: TOTP_SECRET }),
      }),
    )
    if (!accountId) throw new Error(`${login} is taken`)
    return { accountId: accountId as AccountId, unitCode, login }
  }

  const attempt = (login: string, typed: { password?: string; code?: string; device?: Device; address?: string; now?: Date } = {}) =>
    signIn(context, {
      login,
      password: typed.password ?? PASSWORD,
      code: typed.code,
      device: typed.device ?? createDevice(secrets),
      address: typed.address ?? '10.0.0.1',
      now: typed.now ?? NOON,
    })

  async function token(login: string, typed: Parameters<typeof attempt>[1] = {}): Promise<string> {
    const opened = await attempt(login, typed)
    if (!opened.ok) throw new Error(`${login} was refused: ${opened.refusal.code}`)
    return opened.value.token
  }

  return { ...database, context, secrets, config, account, attempt, token }
}

/** A browser's jar of cookies before a server. */
export function browserOf(app: FastifyInstance) {
  const jar = new Map<string, string>()
  async function ask(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const answer = await app.inject({
      method,
      url,
      cookies: Object.fromEntries(jar),
      headers: { 'content-type': 'application/json', ...headers },
      ...(body && { payload: body }),
    })
    for (const { name, value } of answer.cookies) value ? jar.set(name, value) : jar.delete(name)
    return answer
  }
  return { ask, jar }
}
