import { isWithin, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { byteaColumn, textColumn, uuidColumn } from '../../../../platform/database/column-arrays.ts'
import { citizenIndex } from '../rows/person-row.ts'

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

/** Where the files of several citizens lie, by the order of their keyed hashes; whether that may be said, the caller decides. */
export async function findCitizens(
  { tx }: Pick<ViewContext, 'tx'>,
  indexes: readonly (Buffer | undefined)[],
): Promise<({ unitCode: UnitCode; personId: string } | undefined)[]> {
  const { rows } = await tx.query<{ citizen_id_index: Buffer; unit_code: UnitCode; person_id: string }>(
    'select citizen_id_index, unit_code, person_id from registry.find_citizens($1)',
    [byteaColumn(indexes.filter((index) => index !== undefined))],
  )
  const found = new Map(rows.map((row) => [row.citizen_id_index.toString('latin1'), { unitCode: row.unit_code, personId: row.person_id }]))
  return indexes.map((index) => index && found.get(index.toString('latin1')))
}

/** Claims several citizens at once, in one order for everybody; gives the persons whose citizen was claimed by someone else. */
export async function claimCitizens(
  { tx }: Pick<ViewContext, 'tx'>,
  claims: readonly { index: Buffer; unitCode: string; personId: string }[],
): Promise<Set<string>> {
  const ordered = claims.toSorted((a, b) => a.index.compare(b.index))
  const { rows } = await tx.query<{ person_id: string }>('select person_id from registry.claim_citizens($1, $2, $3) as person_id', [
    byteaColumn(ordered.map(({ index }) => index)),
    textColumn(ordered.map(({ unitCode }) => unitCode)),
    uuidColumn(ordered.map(({ personId }) => personId)),
  ])
  const claimed = new Set(rows.map(({ person_id }) => person_id))
  return new Set(claims.flatMap(({ personId }) => (claimed.has(personId) ? [] : [personId])))
}
