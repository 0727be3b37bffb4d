import type { Stage } from '../world/maker/batches.ts'
import type { ClaimStage } from '../world/maker/claims.ts'
import type { MonthState } from '../world/maker/month-rows.ts'
import type { Bound } from '../world/persons.ts'
import type { roundsOn } from '../world/rounds/rounds.ts'

/**
 * One call, and what is known of it. It is sent by every actor; the oracle says what must come of it for each.
 */
export interface ProbeCase {
  readonly route: string
  /** What is special about it, for the report. */
  readonly label: string
  /** The place it touches; outside the actor's range it does not exist. */
  readonly touches?: string
  /** Where the row lies that it names besides, or looks for: outside the range it must answer as if there were none. */
  readonly about?: string
  /** The account or person whose own thing it touches, or whose own row it names. */
  readonly belongsTo?: string
  readonly namesRowOf?: string
  /** Roles that serve kinds of their own, for whom this one is not there. */
  readonly notFor?: readonly string[]
  /** The kind of matter in which something is done on /me. */
  readonly kind?: string
  readonly body: object
  /** The same call about what does not exist. */
  readonly absent?: object
  /** The call that shows, sent by somebody who may, that there was a row to be denied; left out: this very call. */
  readonly paired?: object
  /** Texts that the answer holds for whoever may see them. */
  readonly holds?: readonly string[]
  /** Of a call that everybody on /me makes alike: the texts that each person's answer holds. */
  readonly holdsFor?: ReadonlyMap<string, readonly string[]>
  /** What the answer counts at the place it touches for whoever may, as the owner counts it in the database: from … where …. */
  readonly counts?: string
  /** How the count is found in the answer. */
  readonly countAt?: readonly string[]
}

export type RouteKind = 'do' | 'see'

/** Makes the calls of one route. Rows that a call uses up are made for it alone. */
export type Generator = (maker: Maker) => Promise<readonly Omit<ProbeCase, 'route'>[]>

export interface PersonMade {
  readonly id: string
  readonly unit: string
  readonly name: string
  readonly citizenId: string
  readonly phone: string
  readonly identityId: string
  readonly kinId: string
}

/** Makes rows on /me. */
export interface OnMe {
  readonly persons: readonly Bound[]
  /** Begins a matter as the person, and gives its id. @throws where it was refused */
  readonly begin: (person: Bound, typeCode: string, answers: object) => Promise<string>
  /** Takes a step as the person. @throws where it was refused */
  readonly take: (person: Bound, body: object) => Promise<void>
  /** Stores a paper as the person, and gives its id. @throws where it was refused */
  readonly paper: (person: Bound) => Promise<string>
}

/** Makes rounds of placement as far as a call needs them. */
interface Rounds {
  readonly rounds: ReturnType<typeof roundsOn>
}

export type Maker = DeskMaker & OnMe & Rounds

/** Makes rows, each by somebody who may make it. */
export interface DeskMaker {
  /** Where rows lie. */
  readonly stations: readonly string[]
  readonly person: (unit: string) => Promise<PersonMade>
  /** A person and what is there to be looked at, one for each station, shared by the calls that only read. */
  readonly standing: (unit: string) => Promise<Standing>
  /** Does an action as somebody who may, of a role and at a place where these are named, and gives what it answered. @throws where it was refused */
  readonly done: (route: string, about: { touches: string; role?: string; at?: string }, body: object) => Promise<Record<string, string>>
  /** The account by which `done` does it. */
  readonly doer: (route: string, touches: string) => string
  /** Stores a file, of people or of a bank, as the one who would bring it at a place, and says who that was. */
  readonly upload: (unit: string, text: string, kind?: 'import' | 'bankReturn') => Promise<{ fileId: string; owner: string }>
  /** The same by the door of the work record. */
  readonly evidence: (unit: string, form?: 'pdf' | 'photo') => Promise<{ fileId: string; owner: string }>
  readonly account: (unit: string) => Promise<{ id: string; login: string }>
  /** The request that a station has been asked to decide about one of its people. */
  readonly transferOf: (unit: string, personId: string) => Promise<string>
  /** The suspicion about the two files of a name at a station. */
  readonly suspicionOf: (unit: string, name: string) => Promise<string>
  /** Says where a row lies that was made here. */
  readonly remember: (id: string, unit: string) => void
  /** The same of a row that is a person's own on /me. */
  readonly rememberOwn: (id: string, unit: string, personId: string) => void
  /** An approved month of somebody with an account, and a budget that it can be paid from. */
  readonly payableMonthAt: (county: string) => Promise<{ runId: string; fundId: string }>
  /** A month of pay of a county as it stands. */
  readonly monthAt: (county: string, state: MonthState) => Promise<string>
  /** Somebody whom a county pays, or who waits for it. */
  readonly entitledAt: (county: string, who: { personId: string; isApproved: boolean }) => Promise<void>
  /** Somebody of a county whose identity is confirmed and not paid yet. */
  readonly confirmedAt: (county: string) => Promise<void>
  /** Days that nobody can wait for: moves the window of a published cohort into the past. */
  readonly closeWindow: (cohortId: string) => Promise<void>
  /** Ends the days for objections of a published assessment. */
  readonly endObjections: (place: string, year: number) => Promise<void>
  /** A fund of a bureau, empty. */
  readonly fundAt: (unit: string, fundKind?: 'aid' | 'benefit') => Promise<string>
  /** A fund of a bureau with 10,000.00 yuan. */
  readonly filledFundAt: (unit: string, fundKind?: 'aid' | 'benefit') => Promise<string>
  /** Takes an approved claim on. */
  readonly claimOn: (claim: { claimId: string; fundId: string; stage: ClaimStage }) => Promise<void>
  /** A payment batch of one line of 1.00 yuan, taken to a stage. */
  readonly batch: (unit: string, stage: Stage) => Promise<{ batchId: string; lineId: string }>
  /** Money sent to a bureau from above, and a fund that it may go into. */
  readonly allocation: (unit: string) => Promise<{ allocationId: string; accountId: string }>
  /** Opens the books of a bureau and stops its payments. */
  readonly stopPayments: (unit: string) => Promise<void>
  /** An id that is nobody's. */
  readonly nobody: () => string
  readonly fresh: () => { name: string; citizenId: string; phone: string; address: string }
}

export interface Standing {
  readonly person: PersonMade
  readonly visitId: string
  readonly planId: string
  readonly accountId: string
  readonly unitCode: string
  readonly postId: string
}
