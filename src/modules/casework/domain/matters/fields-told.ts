import type { MatterState } from './matter-state.ts'
import type { Field, MatterType, Step } from './matter-type.ts'

/**
 * The questions that somebody has been asked: those of the beginning, and of the steps that were taken and may be read. A
 * question of a step to come may be about the same answer, and would say of it what nobody has said yet.
 */
export function fieldsTold(
  type: MatterType,
  { takenBy }: Pick<MatterState, 'takenBy'>,
  mayRead: (step: Step) => boolean,
): readonly Field[] {
  const steps = Object.entries(type.steps).filter(([code, step]) => takenBy[code] !== undefined && mayRead(step))
  return [...type.fields, ...steps.flatMap(([, step]) => step.fields ?? [])]
}
