import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type BureauCode, bureauOf, type RegionCode, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Channel } from '../../contract.ts'
import type { Answers } from '../../domain/matters/answers.ts'
import type { MatterState, Rules } from '../../domain/matters/matter-state.ts'
import type { MatterType, Outcome, Seat } from '../../domain/matters/matter-type.ts'
import type { RunningClock } from '../../domain/matters/running-clock.ts'
import { rulesOf } from './kinds/rules-of.ts'
import { getMatterType, matterTypes } from './load-types.ts'
import { seatsOf } from './seats.ts'

const ANSWERS = 'casework.matters.answers'

export interface MatterRow {
  id: string
  unit_code: UnitCode
  person_id: PersonId | null
  type_code: string
  type_version: number
  state: string
  steps: number
  holder: Seat | null
  holder_place: RegionCode | null
  claimed_by: string | null
  claimed_name: string | null
  escalated_at: string | null
  channel: Channel
  due_on: PlainDate | 'infinity'
  due_clock: string | null
  window_visits: number
  /** handedOver: it goes on in another bureau, at the unit that handed_to says. */
  outcome: Outcome | 'handedOver' | null
  handed_to: UnitCode | null
  double_of: string | null
  opened_on: PlainDate
}

interface WholeRow extends MatterRow {
  answers: Buffer
  clocks: RunningClock[]
  taken_by: Record<string, string>
  recused: string[]
  once_key: string | null
}

export const LINE_COLUMNS = `m.id, m.unit_code, m.person_id, m.type_code, m.type_version, m.state, m.steps, m.holder, m.holder_place, m.claimed_by,
  m.claimed_name, m.escalated_at, m.channel, m.due_on, m.due_clock, m.window_visits, m.outcome, m.handed_to, m.double_of, m.opened_on`

/** A matter as it is kept, with the rules it began under. */
export interface LoadedMatter {
  readonly row: MatterRow
  readonly onceKey: string | null
  readonly rules: Rules
  readonly state: MatterState
}

/**
 * The unit that keeps a matter: of one that was handed over within the range, the unit where it goes on. There is none outside the transaction's range; and for whoever only serves kinds of their
 * own, a duty lawyer or a counsellor, none but those.
 */
export async function whereMatterIs({ matterId }: { matterId: string }, { tx, actor }: ViewContext): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<Pick<MatterRow, 'unit_code' | 'type_code' | 'type_version'>>(
    'select unit_code, type_code, type_version from casework.matters where id = $1 order by handed_to is not null limit 1',
    [matterId],
  )
  const row = rows[0]
  return row && mayFind(actor, row) ? row.unit_code : undefined
}

/**
 * Whether a matter of the range is there for somebody: every kind for whoever surveys a place, own kinds for the others.
 * A log that its readers alone begin is there for nobody else: that somebody called the line is itself what is sealed.
 */
export function mayFind(actor: ViewContext['actor'], row: Pick<MatterRow, 'type_code' | 'type_version'>): boolean {
  const type = getMatterType(row.type_code, row.type_version)
  if (actor.grants.has('matter.survey') && !isSealedLog(type)) return true
  return seatsOf(actor).some((seat) => type.readers?.includes(seat))
}

const isSealedLog = ({ readers, begins }: MatterType): boolean => readers !== undefined && begins.by.every((seat) => readers.includes(seat))

/** The kinds of which somebody may not even know that there is a matter. */
export const sealedTo = (actor: ViewContext['actor']): string[] =>
  matterTypes.filter((type) => isSealedLog(type) && !seatsOf(actor).some((seat) => type.readers?.includes(seat))).map(({ code }) => code)

/** A matter in the transaction's range. */
export async function findMatter(context: Pick<ViewContext, 'tx' | 'secrets'>, matterId: string): Promise<LoadedMatter | undefined> {
  return await load(context, matterId, undefined)
}

/** The same, and nobody else takes a step in it until the transaction ends. */
export async function lockMatter(
  context: Pick<ViewContext, 'tx' | 'secrets'>,
  { id, unitCode }: { id: string; unitCode: UnitCode },
): Promise<LoadedMatter> {
  const matter = await load(context, id, bureauOf(unitCode))
  if (!matter) throw new Error('the matter was there a moment ago: matters are never removed')
  return matter
}

/** With a bureau the row is locked: locks name their bureau. */
async function load(
  { tx, secrets }: Pick<ViewContext, 'tx' | 'secrets'>,
  id: string,
  lockedAt: BureauCode | undefined,
): Promise<LoadedMatter | undefined> {
  const { rows } = await tx.query<WholeRow>(
    `select ${LINE_COLUMNS}, m.answers, m.clocks, m.taken_by, m.recused, m.once_key from casework.matters m where m.id = $1 ${lockedAt === undefined ? 'order by m.handed_to is not null limit 1' : 'and m.bureau_code = $2 for update'}`,
    lockedAt === undefined ? [id] : [id, lockedAt],
  )
  const row = rows[0]
  if (!row) return undefined
  const answers = openAnswers(secrets, id, row.answers)
  const { state, steps, clocks, recused } = row
  return {
    row,
    onceKey: row.once_key,
    rules: rulesOf(getMatterType(row.type_code, row.type_version), row.unit_code),
    state: { state, steps, answers, clocks, takenBy: row.taken_by, recused },
  }
}

export const openAnswers = (secrets: ViewContext['secrets'], id: string, sealed: Buffer): Answers =>
  JSON.parse(secrets.decrypt(ANSWERS, id, sealed)) as Answers

export const sealAnswers = (secrets: ViewContext['secrets'], id: string, answers: Answers): Buffer =>
  secrets.encrypt(ANSWERS, id, JSON.stringify(answers))
