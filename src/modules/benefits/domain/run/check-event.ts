import { addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import { isGraded } from '../entitlement/classes.ts'
import { type KeptEntitlement, type LifeEvent, standing } from './kept.ts'

export type EventFault =
  | { readonly code: 'incomplete'; readonly field: 'grade' | 'reason' | 'place' | 'cancels' }
  | { readonly code: 'in-future' }
  | { readonly code: 'before-birth' }
  | { readonly code: 'too-soon'; readonly earliest: PlainDate }
  | { readonly code: 'not-suspended' }
  | { readonly code: 'dead' }
  | { readonly code: 'already-taken-back' }

export interface Before {
  readonly held: readonly KeptEntitlement[]
  readonly events: readonly LifeEvent[]
  readonly today: PlainDate
}

/** The field without which an event of a kind says nothing. */
function missingField({ kind, grade, cause, reason, place, cancels }: LifeEvent): 'grade' | 'reason' | 'place' | 'cancels' | undefined {
  if (kind === 'regraded' && (grade === null || cause === null)) return 'grade'
  if (kind === 'suspended' && reason === null) return 'reason'
  if (kind === 'moved' && place === null) return 'place'
  return kind === 'takenBack' && cancels === null ? 'cancels' : undefined
}

/** Why an event cannot be written as it stands; undefined where it can. A new grade a year after the last one at the earliest (Art 29). */
export function findEventFault(event: LifeEvent, { held, events, today }: Before): EventFault | undefined {
  const field = missingField(event)
  if (field) return { code: 'incomplete', field }
  if (event.kind === 'takenBack') return faultOfTakingBack(event, events)
  const { kind, effectiveOn } = event
  if (effectiveOn > today && kind !== 'schooled') return { code: 'in-future' }
  if (held.some(({ bornOn }) => effectiveOn < bornOn)) return { code: 'before-birth' }
  const before = standing(events)
  const died = before.find((one) => one.kind === 'died')
  if (died && (kind === 'died' || effectiveOn > died.effectiveOn)) return { code: 'dead' }
  if (kind === 'regraded') return faultOfGrade(event, held, before)
  return kind === 'resumed' && !isSuspended(before, effectiveOn) ? { code: 'not-suspended' } : undefined
}

function faultOfTakingBack({ cancels }: LifeEvent, events: readonly LifeEvent[]): EventFault | undefined {
  return standing(events).some(({ id }) => id === cancels) ? undefined : { code: 'already-taken-back' }
}

function faultOfGrade({ effectiveOn }: LifeEvent, held: readonly KeptEntitlement[], before: readonly LifeEvent[]): EventFault | undefined {
  const graded = held.filter(isGraded).map(({ paysFrom }) => paysFrom)
  const last = before.filter(({ kind }) => kind === 'regraded').map((one) => one.effectiveOn)
  const since = [...graded, ...last].toSorted().at(-1)
  const earliest = since && addMonths(since, 12)
  return earliest && effectiveOn < earliest ? { code: 'too-soon', earliest } : undefined
}

function isSuspended(events: readonly LifeEvent[], on: PlainDate): boolean {
  const last = events.filter(({ kind, effectiveOn }) => (kind === 'suspended' || kind === 'resumed') && effectiveOn <= on).at(-1)
  return last?.kind === 'suspended'
}
