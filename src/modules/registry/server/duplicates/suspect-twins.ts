import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'
import type { FileField } from '../../domain/file-state.ts'

/** Fields by which two files are compared: another one cannot raise or lay a suspicion. */
const COMPARED: ReadonlySet<FileField> = new Set(['name', 'phone', 'citizenId', 'status'])

export const isCompared = (fields: readonly FileField[]): boolean => fields.some((field) => COMPARED.has(field))

/**
 * Looks whether files may be of a citizen who has another one in the bureau, and counts what is suspected. The twin may
 * lie outside the range of whoever acts: nothing of it is said here, it is entered at the place that both lie in.
 */
export async function suspectTwins(
  { tx, today }: Pick<WritingContext, 'tx' | 'today'>,
  files: readonly { readonly id: string; readonly unitCode: UnitCode }[],
): Promise<void> {
  for (const bureau of new Set(files.map(({ unitCode }) => bureauOf(unitCode)))) {
    const ids = files.filter(({ unitCode }) => bureauOf(unitCode) === bureau).map(({ id }) => id)
    await tx.query('select registry.suspect_twins($1, $2::uuid[], $3)', [bureau, ids, today])
  }
}
