import { bureauOf } from '../../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../../platform/actions/context.ts'
import type { Secrets } from '../../../../../platform/secrets/secrets.ts'
import { type Address, findFile } from '../../../../registry/index.ts'
import type { MatterType } from '../../../domain/matters/matter-type.ts'
import type { KeptMatter } from '../keep-matter.ts'

const HOUSEHOLD = 'casework.household_holds.household'

/** Those at one address, as an index that cannot be read. */
export type Household = Buffer

/**
 * The household of a person, where a kind is had once in each: those whose files name the same place and the same address, spaces
 * and marks aside. Of a file without an address nobody knows, and nothing is refused.
 */
export async function findHousehold(context: ActionContext, type: MatterType, personId: string | null): Promise<Household | undefined> {
  if (type.onceFor !== 'household' || personId === null) return undefined
  const person = (await findFile(context, personId as never))?.state.person
  return person && householdOf(context.secrets, person)
}

/** The household at an address; undefined where none is known. */
export function householdOf(secrets: Pick<Secrets, 'blindIndex'>, { householdRegion, address }: Address): Household | undefined {
  if (!address) return undefined
  return secrets.blindIndex(HOUSEHOLD, `${householdRegion}|${address.normalize('NFKC').replace(/[\s\p{P}]/gu, '')}`)
}

/** Whose turn it was before: the name, masked, of who has it or is asking for it. Nobody else of the household asks until the transaction ends. */
export async function findHolder({ tx }: ActionContext, kept: KeptMatter, household: Household): Promise<string | undefined> {
  const [bureau, type] = [bureauOf(kept.unitCode), kept.rules.type.code]
  await tx.query("select pg_advisory_xact_lock(hashtextextended('casework.household ' || encode($1, 'hex'), 0))", [household])
  const { rows } = await tx.query<{ holder: string | null }>('select casework.find_household_holder($1, $2, $3, $4) as holder', [
    bureau,
    type,
    household,
    kept.personId,
  ])
  // Of the person's own they are told as of any matter that is had once.
  return rows[0]?.holder ?? undefined
}

/** Enters for which household a matter was begun. */
export async function holdHousehold(
  { tx }: ActionContext,
  { id, unitCode, personId, rules }: KeptMatter,
  household: Household,
): Promise<void> {
  await tx.query(
    `insert into casework.household_holds (bureau_code, matter_id, unit_code, person_id, type_code, household) values ($1, $2, $3, $4, $5, $6)`,
    [bureauOf(unitCode), id, unitCode, personId, rules.type.code, household],
  )
}
