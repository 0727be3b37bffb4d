import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { Tier, UnitCode } from '../../src/kernel/region-code.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import type { Secrets } from '../../src/platform/secrets/secrets.ts'
import type { TableCopier } from '../copy-tables.ts'
import type { DemoFact } from '../fact-rows.ts'
import type { Desk } from '../placement-desk.ts'
import type { WorkEntry } from './work-record.ts'

/** A division of the scenario's regions that stands today, in order of code. */
export interface ScenarioPlace {
  readonly code: UnitCode
  readonly name: string
  readonly shortName: string
  readonly tier: Tier
}

/** What a scenario stands on while it writes. */
export interface ScenarioGround {
  /** The divisions below the scenario's regions, and those above them; no pseudo nodes. */
  readonly places: readonly ScenarioPlace[]
  /** Raw rows by COPY, where no helper says them. */
  readonly copier: TableCopier
  readonly secrets: Secrets
  readonly today: PlainDate
  /** The account of the scenario's office: who recorded everything. */
  readonly recordedBy: string
  /**
   * Writes a record of work with its facts, as `work.record` would have; gives its id.
   *
   * @throws where the platform would refuse it: by the kind, its tiers, its days, its answers
   */
  readonly work: (entry: WorkEntry) => string
  /** Writes a fact of another module, as its action would have emitted it. */
  readonly fact: (fact: DemoFact) => void
  /** Lets the wire breathe: to be waited for every few hundred rows. */
  readonly rest: () => Promise<void>
}

/** What a scenario does by the platform's own actions, after its rows have been copied. */
export interface ScenarioActing {
  /** Somebody of a role at a unit, who does actions of placement on days gone by. */
  readonly deskAt: (unitCode: UnitCode, role: Role) => Desk
}

/**
 * A deterministic writer of raw records, from which the platform computes the figures of mission documents. No figure is
 * typed in: N single records are made, and the platform counts them.
 */
export interface Scenario {
  readonly code: string
  /** The mission documents that it is about: `002`. */
  readonly documents: readonly string[]
  /** Leading digits of the divisions that are loaded: `520103`. */
  readonly regions: readonly string[]
  /** The place whose officer asks for the figures and corrects records: a county, city or province. */
  readonly office: UnitCode
  /** Tables besides those of `SCENARIO_TABLES` into which it copies. */
  readonly tables?: readonly string[]
  readonly write: (ground: ScenarioGround) => Promise<void>
  readonly act?: (acting: ScenarioActing) => Promise<void>
}
