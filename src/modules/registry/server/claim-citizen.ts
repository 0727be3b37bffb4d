import { isWithin, type UnitCode } from '../../../kernel/region-code.ts'
import type { ViewContext } from '../../../platform/actions/context.ts'
import { citizenIndex } from './person-row.ts'

type Twin = { readonly code: 'already-registered'; readonly personId: string } | { readonly code: 'registered-elsewhere' }

/** Where the file of a citizen lies, as far as the actor may know; undefined where there is none. */
export async function findTwin({ tx, secrets, actor }: ViewContext, citizenId: string): Promise<Twin | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode; person_id: string }>(
    'select unit_code, person_id from registry.find_citizen($1)',
    [citizenIndex(secrets, citizenId)],
  )
  const twin = rows[0]
  if (!twin) return undefined
  return isWithin(twin.unit_code, actor.scope) ? { code: 'already-registered', personId: twin.person_id } : { code: 'registered-elsewhere' }
}

/**
 * Enters a citizen into the directory of the nation, for good with the transaction. Two clerks at once meet its primary
 * key: the second waits for the first, and is then refused.
 */
export async function claimCitizen(
  context: ViewContext,
  claim: { citizenId: string; unitCode: UnitCode; personId: string },
): Promise<Twin | undefined> {
  const { rows } = await context.tx.query<{ claimed: boolean }>('select registry.claim_citizen($1, $2, $3) as claimed', [
    citizenIndex(context.secrets, claim.citizenId),
    claim.unitCode,
    claim.personId,
  ])
  if (rows[0]?.claimed) return undefined
  return (await findTwin(context, claim.citizenId)) ?? { code: 'registered-elsewhere' }
}

export async function releaseCitizen(
  { tx, secrets }: Pick<ViewContext, 'tx' | 'secrets'>,
  citizenId: string,
  personId: string,
): Promise<void> {
  await tx.query('select registry.release_citizen($1, $2)', [citizenIndex(secrets, citizenId), personId])
}
