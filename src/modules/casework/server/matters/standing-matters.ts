import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { MatterType } from '../../domain/matters/matter-type.ts'
import { findMatterType } from './load-types.ts'

/** A matter that the person has already, so that a new one of its kind could not begin today. */
export interface StandingMatter {
  readonly id: string
  /** It came to its end: what it gave stands, and nothing is under way. */
  readonly isDone: boolean
}

interface Kept {
  readonly id: string
  readonly type_code: string
  readonly once_key: string
  readonly outcome: string | null
}

/**
 * Whether a kept matter stands in the way whatever is answered. Last year's does not, nor one whose sameness the answers
 * decide: that is said when it is begun. Of a kind that counts by the year of an answer the one whose year is still ahead does.
 */
function standsInTheWay({ once, sameBy, yearOf }: MatterType, kept: Kept, today: PlainDate): boolean {
  if (sameBy !== undefined || once === undefined) return false
  if (once === 'open') return true
  const year = today.slice(0, 4)
  return yearOf === undefined ? kept.once_key === year : kept.once_key > year
}

/** By kind, the matters of a person that stand in the way of another today. */
export async function findStanding(
  { tx, today }: Pick<ViewContext, 'tx' | 'today'>,
  personId: string,
): Promise<ReadonlyMap<string, StandingMatter>> {
  const { rows } = await tx.query<Kept>(
    'select id, type_code, once_key, outcome from casework.matters where person_id = $1 and once_key is not null order by opened_at, id',
    [personId],
  )
  const standing = rows.filter((kept) => {
    const type = findMatterType(kept.type_code, today)
    return type !== undefined && standsInTheWay(type, kept, today)
  })
  return new Map(standing.map(({ type_code, id, outcome }) => [type_code, { id, isDone: outcome !== null }]))
}
