import type { PersonId } from '../../../../../kernel/id.ts'
import type { PlainDate } from '../../../../../kernel/plain-date.ts'
import type { CodeRange, UnitCode } from '../../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../../platform/actions/context.ts'
import { findMatter, type LoadedMatter } from '../matter-rows.ts'

/** A matter of hardship as whoever pays for it must know it. */
export interface AidMatter {
  readonly id: string
  readonly unitCode: UnitCode
  readonly personId: PersonId | null
  /** Granted after publication, or helped first with the papers to follow; undefined while nothing may be paid. */
  readonly way: 'decided' | 'emergency' | undefined
  readonly cause: 'disability' | 'unemployment' | 'relapse' | 'accident' | 'other'
  /** What was decided in money; null where no money was, and before a decision. */
  readonly decidedFen: bigint | null
  /** Of an emergency: the day by which the papers must be in; null once they are. */
  readonly papersDueOn: PlainDate | null
}

const WAYS: Readonly<Record<string, AidMatter['way']>> = { granted: 'decided', emergency: 'emergency' }

function toAid({ row, state }: LoadedMatter): AidMatter {
  const { form, amount, hardshipCause } = state.answers
  const hasMoney = Array.isArray(form) && form.includes('cash') && typeof amount === 'string'
  const way = row.handed_to === null ? WAYS[row.state] : undefined
  const papers = state.clocks.find(({ code }) => code === 'papersAfter')
  return {
    id: row.id,
    unitCode: row.unit_code,
    personId: row.person_id,
    way,
    cause: (hardshipCause ?? 'other') as AidMatter['cause'],
    decidedFen: row.state === 'granted' && hasMoney ? BigInt(amount) : null,
    papersDueOn: row.state === 'emergency' && papers ? papers.dueOn : null,
  }
}

/** A matter of hardship in the transaction's range; undefined for any other matter. */
export async function findAidMatter(context: Pick<ViewContext, 'tx' | 'secrets'>, matterId: string): Promise<AidMatter | undefined> {
  const matter = await findMatter(context, matterId)
  return matter?.row.type_code === 'hardshipAid' ? toAid(matter) : undefined
}

/** Matters of hardship of a range for which money may be paid now, the latest first, at most 100 of them. */
export async function listAidMatters(context: Pick<ViewContext, 'tx' | 'secrets'>, { lo, hi }: CodeRange): Promise<AidMatter[]> {
  const { rows } = await context.tx.query<{ id: string }>(
    `select id from casework.matters
      where unit_code >= $1 and unit_code < $2 and type_code = 'hardshipAid' and state in ('granted', 'emergency') and handed_to is null
      order by opened_on desc, id desc limit 100`,
    [lo, hi],
  )
  const found: AidMatter[] = []
  for (const { id } of rows) {
    const aid = await findAidMatter(context, id)
    if (aid) found.push(aid)
  }
  return found
}
