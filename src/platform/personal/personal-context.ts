import type { Pool } from 'pg'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import type { UnitCode } from '../../kernel/region-code.ts'
import type { Result } from '../../kernel/result.ts'
import type { AccessSettings } from '../access/settings.ts'
import type { Clock } from '../clock/clock.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { DemoPerson, PersonalRefusal } from './contract.ts'

/** Where the file of a person lies today, and whose it is. */
export interface Home {
  readonly unitCode: UnitCode
  readonly name: string
  readonly isAlive: boolean
}

/** A phone that is to be bound to a file: what the person typed. */
export interface Knock {
  readonly accountId: AccountId
  readonly citizenId: string
  readonly code: string
}

/** What signing in on /me works with. Platform knows no module: the registry says where files lie and which code opens one. */
export interface PersonalContext {
  readonly pool: Pool
  readonly secrets: Secrets
  readonly clock: Clock
  readonly config: AccessSettings
  /** Sends the six digits; false where the message could not be sent. */
  readonly sendCode: (phone: string, code: string) => Promise<boolean>
  readonly findHome: (personId: PersonId) => Promise<Home | undefined>
  readonly bindFile: (knock: Knock) => Promise<Result<PersonId, Extract<PersonalRefusal, { code: 'no-such-door' }>>>
  /** Given only where demo data is loaded: then the code is told on the page, for nobody's phone rings. */
  readonly listDemoPeople?: () => Promise<readonly DemoPerson[]>
}

export const PERSONAL_LIMITS = {
  /** A code is good for so long, and no other is sent before. */
  codeMinutes: 5,
  waitSeconds: 60,
  idleMinutes: 60,
  sessionHours: 12,
} as const
