import type { WritingContext } from '../../../../platform/actions/context.ts'
import { type MatterState, nextDeadline, outcomeOf, type Rules } from '../../domain/matters/matter-state.ts'
import type { MatterType, Step } from '../../domain/matters/matter-type.ts'
import { isOverdue, isRunning } from '../../domain/matters/running-clock.ts'

interface About {
  readonly rules: Rules
  readonly personId: string | null
  readonly unitCode: Parameters<WritingContext['fact']>[0]['unitCode']
}

/** Whom a fact of a matter is about, for every fact of matters: nobody where the kind is sealed. */
export const countedFor = (type: Pick<MatterType, 'readers'>, personId: string | null): { personIds?: readonly string[] } =>
  personId === null || type.readers ? {} : { personIds: [personId] }

/** Of a kind with readers the figures know that there was a case, and not whose: a list of callers would break the seal. */
const whom = ({ rules, personId, unitCode }: About) => ({
  ...countedFor(rules.type, personId),
  ...(unitCode === undefined ? {} : { unitCode }),
})

/** A matter has begun: one case, and one that is open. */
export function emitOpened(context: WritingContext, about: About, channel: string): void {
  const dimensions = { type: about.rules.type.code, channel }
  context.fact({ kind: 'matter.opened', on: context.today, ...whom(about), dimensions })
  context.fact({ kind: 'matter.open', on: context.today, ...whom(about), dimensions: { type: about.rules.type.code } })
}

/** What a step counts for: ends, clocks kept or missed, and what its declaration says. */
export function emitStep(context: WritingContext, about: About, moved: { before: MatterState; after: MatterState; step: Step }): void {
  const { before, after, step } = moved
  const { rules } = about
  const type = rules.type.code
  const [was, is] = [outcomeOf(rules, before), outcomeOf(rules, after)]
  const on = context.today
  context.fact({ kind: 'matter.moved', on, ...whom(about), dimensions: { type } })
  if (was === undefined && is !== undefined) {
    context.fact({ kind: 'matter.closed', on, ...whom(about), dimensions: { type, outcome: is } })
    context.fact({ kind: 'matter.open', on, ...whom(about), quantity: -1, dimensions: { type } })
  }
  if (was !== undefined && is === undefined) context.fact({ kind: 'matter.open', on, ...whom(about), dimensions: { type } })
  for (const [at, clock] of before.clocks.entries()) {
    const now = after.clocks[at]
    if (!isRunning(clock) || !now || isRunning(now) || rules.type.clocks[clock.code]?.isWindow) continue
    const kept = isOverdue(clock, on) ? 'late' : 'inTime'
    context.fact({ kind: 'matter.clock', on, ...whom(about), dimensions: { type, clock: clock.code, kept } })
  }
  for (const { kind, field } of step.facts ?? []) {
    const word = field === undefined ? undefined : after.answers[field]
    context.fact({ kind, on, ...whom(about), ...(typeof word === 'string' ? { dimensions: { [field ?? 'word']: word } } : {}) })
  }
}

/** The clock by which a matter is looked at. */
export const dueOf = (rules: Rules, state: MatterState) => {
  const clock = nextDeadline(rules, state)
  return clock?.dueOn ?? null
}
