import type { PlainDate } from '../../kernel/plain-date.ts'
import type { UnitCode } from '../../kernel/region-code.ts'
import type { Actor } from '../access/actor.ts'
import type { Tx } from '../database/tx.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Secrets } from '../secrets/secrets.ts'

/** What a view may use. The transaction is read-only and sees only the actor's range. */
export interface ViewContext {
  readonly tx: Tx
  readonly actor: Actor
  /** This instant, ISO 8601 UTC. */
  readonly now: string
  readonly today: PlainDate
  readonly secrets: Secrets
}

/** Something that happened, for the indicators. Written in the action's own transaction. */
export interface Fact {
  /** `visit.done`: an indicator's definition names kinds. */
  readonly kind: string
  /** The day on which it happened, which may be earlier than today. */
  readonly on: PlainDate
  /** The unit it counts for; the action's own place when left out. */
  readonly unitCode?: UnitCode
  /** Whom it concerns: 人次 is their number, 人 the distinct ones. */
  readonly personIds?: readonly string[]
  /** How many, in the kind's unit (件, 场, 处, fen …); 1 when left out. A correction is negative. */
  readonly quantity?: number | bigint
  /** Flat words an indicator may filter or split by: `{ reason: 'festival' }`. No personal data. */
  readonly dimensions?: Readonly<Record<string, string>>
}

/** What it takes to write rows that say who and when, and the facts of them: an action has it, and a job that does an action's work. */
export interface WritingContext {
  readonly tx: Tx
  readonly secrets: Secrets
  readonly now: string
  readonly today: PlainDate
  readonly actor: Pick<Actor, 'accountId'>
  fact(fact: Fact): void
  subject(id: string): void
}

/** What an action may use. */
export interface ActionContext extends ViewContext {
  /** The client's id of this action; also a good id for the one row that it makes. */
  readonly actionId: string
  /** The place the action touches, as `where` said. */
  readonly unitCode: UnitCode
  /** Stored files: the bytes; whose they are, `spine.files` says. */
  readonly files: FileStore
  fact(fact: Fact): void
  /** Puts more into the journal leaf: codes and ids only, never personal data. */
  note(detail: Readonly<Record<string, unknown>>): void
  /** Names the person (or other row) that the leaf is about, so that it can be found by it. */
  subject(id: string): void
  /** A background job, added in this transaction: it runs if and only if the action commits. */
  job(name: string, payload: Readonly<Record<string, unknown>>): Promise<void>
}
