import { Secret, TOTP } from 'otpauth'
import type { Pool } from 'pg'
import { type CodeRange, rangeOf, type UnitCode } from '../../../src/kernel/region-code.ts'
import { installAccount } from '../../../src/platform/access/index.ts'
import { systemClock } from '../../../src/platform/clock/clock.ts'
import type { Database } from '../../../src/platform/database/open-database.ts'
import { withScope } from '../../../src/platform/database/scope.ts'
import type { Secrets } from '../../../src/platform/secrets/secrets.ts'
import { buildServer } from '../../../src/server.ts'
import { openLine } from '../http-line.ts'

const PASSWORD = 'Measured-And-Told-2026!'
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

const ROLES = {
  village: 'stationWorker',
  township: 'townshipHead',
  county: 'countyOfficer',
  city: 'cityOfficer',
  province: 'provinceOfficer',
} as const

export interface Inbox {
  readonly waiting: number
  readonly overdue: number
  readonly rows: readonly { readonly id: string; readonly due: { readonly on: string } | null }[]
  readonly next?: string
}

export interface Officers {
  /** Reads a page of the inbox as the officer of that tier, signed in, over HTTP. */
  readonly read: (tier: keyof typeof ROLES, message: object) => Promise<{ inbox: Inbox; milliseconds: number }>
  readonly close: () => Promise<void>
}

/** The whole program behind a port, and an officer of each tier with a session. */
export async function openOfficers(given: {
  database: Database
  secrets: Secrets
  units: Readonly<Record<string, UnitCode>>
}): Promise<Officers> {
  const { database, secrets, units } = given
  const server = await buildServer({ pool: database.appPool, clock: systemClock, secrets, secure: false, log: () => undefined })
  const line = openLine(new URL(await server.listen({ host: '127.0.0.1', port: 0 })))
  const cookies = new Map<string, string>()
  for (const [tier, unitCode] of Object.entries(units)) {
    const login = await install(database.ownerPool, secrets, { tier: tier as keyof typeof ROLES, unitCode, range: rangeOf(unitCode) })
    const code = new TOTP({ secret: Secret.fromBase32(SECRET), algorithm: 'SHA1', digits: 6, period: 30 }).generate()
    const answer = await line.post('/api/session', {}, { login, password: PASSWORD, ...(hasFactor(tier) ? { code } : {}) })
    if (answer.status !== 200) throw new Error(`${login} could not sign in: ${answer.body}`)
    cookies.set(tier, answer.cookie)
  }
  const read: Officers['read'] = async (tier, message) => {
    const begun = performance.now()
    const answer = await line.post('/api/see/matter.inbox', { cookie: cookies.get(tier) ?? '' }, message)
    const milliseconds = performance.now() - begun
    if (answer.status !== 200) throw new Error(`${tier} was answered with ${answer.status}: ${answer.body.slice(0, 300)}`)
    return { inbox: JSON.parse(answer.body).value as Inbox, milliseconds }
  }
  return {
    read,
    close: async () => {
      line.close()
      await server.close()
    },
  }
}

const hasFactor = (tier: string): boolean => tier !== 'village' && tier !== 'township'

async function install(
  pool: Pool,
  secrets: Secrets,
  at: { tier: keyof typeof ROLES; unitCode: UnitCode; range: CodeRange },
): Promise<string> {
  const login = `bench.inbox.${at.tier}`
  const factor = hasFactor(at.tier) ? { totpSecret: SECRET } : {}
  const account = { login, name: '测', unitCode: at.unitCode, password: PASSWORD, mustChangePassword: false, now: new Date(), ...factor }
  await withScope(pool, at.range, 'write', (tx) => installAccount(tx, secrets, { ...account, roles: [ROLES[at.tier]] }))
  return login
}
