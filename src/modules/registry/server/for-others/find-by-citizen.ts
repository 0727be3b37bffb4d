import type { PersonId } from '../../../../kernel/id.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { citizenIndex } from '../rows/person-row.ts'

/** The open files of citizens in one bureau and in the transaction's range, by id number. Whoever is not there is left out. */
export async function findByCitizenIds(
  { tx, secrets }: Pick<ViewContext, 'tx' | 'secrets'>,
  asked: { unitCode: UnitCode; citizenIds: readonly string[] },
): Promise<Map<string, PersonId>> {
  const byIndex = new Map(asked.citizenIds.map((id) => [citizenIndex(secrets, id).toString('hex'), id]))
  if (byIndex.size === 0) return new Map()
  const { rows } = await tx.query<{ id: PersonId; citizen_id_index: Buffer }>(
    `select id, citizen_id_index from registry.people
      where bureau_code = $1 and citizen_id_index = any($2::bytea[]) and status in ('active', 'deceased')`,
    [bureauOf(asked.unitCode), [...byIndex.keys()].map((hex) => Buffer.from(hex, 'hex'))],
  )
  return new Map(
    rows.flatMap(({ id, citizen_id_index }) => {
      const citizenId = byIndex.get(citizen_id_index.toString('hex'))
      return citizenId === undefined ? [] : [[citizenId, id]]
    }),
  )
}
