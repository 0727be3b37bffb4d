/** What a new password must be. */
export interface PasswordProfile {
  readonly minimumLength: number
  /** Kinds of characters (small, capital, digit, sign) it must mix. 1: any. */
  readonly kinds: number
  /** Days after which it must be changed; absent: never. */
  readonly maximumAgeDays?: number
}

/** Classified protection level 3 (GB/T 22239-2019 8.1.4.1 a): complexity and regular change. The default in production. */
export const MLPS_PASSWORDS: PasswordProfile = { minimumLength: 12, kinds: 3, maximumAgeDays: 90 }

/** OWASP ASVS 5.0 6.2: length and no known words, no forced mixture, no forced change. */
export const ASVS_PASSWORDS: PasswordProfile = { minimumLength: 15, kinds: 1 }

/** So many guesses within so many seconds. */
export interface GuessLimit {
  readonly guesses: number
  readonly seconds: number
}

export interface AccessSettings {
  /** Served over TLS: cookies are `Secure` and carry the `__Host-` prefix. */
  readonly secure: boolean
  readonly passwords: PasswordProfile
  readonly sessions: {
    /** Without activity, for accounts that must show a second factor. */
    readonly officerIdleSeconds: number
    readonly stationIdleSeconds: number
    /** From signing in, whatever happens. */
    readonly absoluteSeconds: number
  }
  readonly lockOut: {
    /** For one account from all the devices it never signed in from, together. */
    readonly unknownDevices: GuessLimit
    /** For one account from one device it signed in from before. */
    readonly knownDevice: GuessLimit
    /** For one address, beyond which unknown devices are answered slowly, and never refused: a county shares an address. */
    readonly address: GuessLimit
    readonly slowAnswerMilliseconds: number
    /** Codes sent to one phone, and asked for from one address: each costs money and a person's peace. */
    readonly phone: GuessLimit
    readonly phoneAddress: GuessLimit
    /** Tries at the code that a station hands out, by one account and at one file. */
    readonly door: GuessLimit
  }
}

const HOUR = 3600

export const ACCESS_DEFAULTS: AccessSettings = {
  secure: true,
  passwords: MLPS_PASSWORDS,
  sessions: { officerIdleSeconds: 15 * 60, stationIdleSeconds: 30 * 60, absoluteSeconds: 12 * HOUR },
  lockOut: {
    unknownDevices: { guesses: 10, seconds: HOUR },
    knownDevice: { guesses: 10, seconds: HOUR },
    address: { guesses: 60, seconds: 60 },
    slowAnswerMilliseconds: 2000,
    phone: { guesses: 6, seconds: HOUR },
    phoneAddress: { guesses: 60, seconds: HOUR },
    door: { guesses: 6, seconds: HOUR },
  },
}
