import type pg from 'pg'
import { rangeOf, type UnitCode } from '../../../src/kernel/region-code.ts'
import { installAccount } from '../../../src/platform/access/index.ts'
import { openSession } from '../../../src/platform/access/sessions.ts'
import { ACCESS_DEFAULTS } from '../../../src/platform/access/settings.ts'
import { withScope } from '../../../src/platform/database/scope.ts'
import type { Secrets } from '../../../src/platform/secrets/secrets.ts'
import type { Clerk } from '../oracle/judge.ts'
import { tierNameOf } from '../oracle/places.ts'
import { ROLES, type RoleName } from '../oracle/roles.ts'
import { CITIES, COUNTIES, NATION, PROVINCES, TOWNSHIPS, VILLAGES } from './places.ts'

/** An account with an open session. */
export interface Actor extends Clerk {
  readonly label: string
  readonly login: string
  readonly accountId: string
  readonly token: string
}

/** Long, of four kinds, and nobody's name. */
export const PASSWORD = 'Quiet-Harbour-7'
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** Every role at every place of its tiers. */
const seats = (): { role: RoleName; at: string }[] =>
  [NATION, ...PROVINCES, ...CITIES, ...COUNTIES, ...TOWNSHIPS, ...VILLAGES].flatMap((at) =>
    (Object.keys(ROLES) as RoleName[])
      .filter((role) => (ROLES[role].at as readonly string[]).includes(tierNameOf(at)))
      .map((role) => ({ role, at })),
  )

/** Opens an account and a session of it, as a sign-in would have left them. */
export async function seatActor(pool: pg.Pool, secrets: Secrets, { role, at }: Clerk, login: string): Promise<Actor> {
  const unitCode = at as UnitCode
  const now = new Date()
  return await withScope(pool, rangeOf(unitCode), 'write', async (tx) => {
    const needsCode = role !== 'stationWorker' && role !== 'townshipHead'
    const account = { login, name: `测试${login}`, unitCode, roles: [role], password: PASSWORD, mustChangePassword: false, now }
    const accountId = await installAccount(tx, secrets, { ...account, ...(needsCode ? { totpSecret: TOTP_SECRET } : {}) })
    if (!accountId) throw new Error(`${login} is taken`)
    const opened = { accountId, unitCode, roles: [role], deviceHash: Buffer.alloc(32, login), hasSecondFactor: needsCode, now }
    const token = await openSession(tx, ACCESS_DEFAULTS.sessions, opened)
    return { role, at, label: `${role}@${at}`, login, accountId, token }
  })
}

export async function seatActors(pool: pg.Pool, secrets: Secrets): Promise<Actor[]> {
  const actors: Actor[] = []
  for (const seat of seats()) actors.push(await seatActor(pool, secrets, seat, `probe.${actors.length}`))
  return actors
}
