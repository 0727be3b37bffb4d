import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'
import { type FileState, isClient, isOpenIdentity } from '../../domain/file-state.ts'
import { COMPLETE_FROM } from '../for-others/contact-subjects.ts'

interface Side {
  readonly unitCode: UnitCode
  readonly state: FileState
}

const openClasses = ({ identities }: FileState): string[] => identities.filter(isOpenIdentity).map(({ classCode }) => classCode)

/**
 * Moves the stocks by what a change of a file did to them: `person.registered` ±1 at the home unit with its sex,
 * `identity.held` ±1 with its class. Neither the dead nor a closed file is counted.
 */
export function emitStocks(
  context: Pick<WritingContext, 'fact' | 'today'>,
  personId: string,
  change: { before?: Side; after: Side },
): void {
  const emit = (kind: string, unitCode: UnitCode, more: { quantity: number; dimensions: Readonly<Record<string, string>> }): void =>
    context.fact({ kind, on: context.today, unitCode, personIds: [personId], ...more })
  const side = (held: Side | undefined, sign: 1 | -1, against: readonly string[]): void => {
    if (!held || !isClient(held.state.person)) return
    for (const code of openClasses(held.state)) {
      if (!against.includes(code)) emit('identity.held', held.unitCode, { quantity: sign, dimensions: { class: code } })
    }
  }
  const { before, after } = change
  const [was, is] = [before !== undefined && isClient(before.state.person), isClient(after.state.person)]
  const sexOf = (held: Side | undefined) => (held && isClient(held.state.person) ? held.state.person.sex : undefined)
  const [left, came] = [sexOf(before), sexOf(after)]
  if (left !== came) {
    // Under the sex that was counted: a corrected id number may change it.
    if (left) emit('person.registered', after.unitCode, { quantity: -1, dimensions: { sex: left } })
    if (came) emit('person.registered', after.unitCode, { quantity: 1, dimensions: { sex: came } })
  }
  side(before, -1, is ? openClasses(after.state) : [])
  side(after, 1, was && before ? openClasses(before.state) : [])
}

/** Whether a file has enough of its fields filled to count as complete. */
export const isComplete = ({ person }: FileState, completeness: number): boolean => isClient(person) && completeness >= COMPLETE_FROM

/** `file.complete` ±1, when a file comes to have enough of its fields filled, or no longer has. */
export function emitComplete(
  context: Pick<WritingContext, 'fact' | 'today'>,
  file: { personId: string; unitCode: UnitCode; was: boolean; is: boolean },
): void {
  const { personId, unitCode, was, is } = file
  if (was !== is) context.fact({ kind: 'file.complete', on: context.today, unitCode, personIds: [personId], quantity: is ? 1 : -1 })
}
