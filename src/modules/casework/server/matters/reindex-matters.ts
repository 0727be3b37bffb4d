import { byteaColumn, textColumn, uuidColumn } from '../../../../platform/database/column-arrays.ts'
import { eachBatch, type Reindex } from '../../../../platform/rotation/index.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { listAddresses } from '../../../registry/index.ts'
import { sameHash } from './keep-matter.ts'
import { rulesOf } from './kinds/rules-of.ts'
import { getMatterType } from './load-types.ts'
import { type MatterRow, openAnswers } from './matter-rows.ts'
import { householdOf } from './steps/households.ts'

type Row = Pick<MatterRow, 'id' | 'unit_code' | 'type_code' | 'type_version'> & {
  answers: Buffer
  once: string | null
  double: string | null
}

/** What makes two matters of a person the same one, where answers do. */
export const reindexMatters: Reindex = async (pool, secrets) => {
  let seen = 0
  const columns = ['t.id', 't.unit_code', 't.type_code', 't.type_version', 't.answers', 't.once_key as once', 't.double_key as double']
  const where = "t.once_key like '%:%' or t.double_key like '%:%'"
  await eachBatch<Row>(pool, { table: 'casework.matters', columns, where, atOnce: 500, held: 'wait' }, async (tx, rows) => {
    seen += rows.length
    await tx.query(
      `update casework.matters m set once_key = n.once, double_key = n.double
         from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) as n(bureau_code, id, once, double)
        where m.bureau_code = n.bureau_code and m.id = n.id`,
      [
        textColumn(rows.map(({ unit_code }) => unit_code.slice(0, 6))),
        uuidColumn(rows.map(({ id }) => id)),
        textColumn(rows.map((row) => keyAnew(secrets, row, row.once))),
        textColumn(rows.map((row) => keyAnew(secrets, row, row.double))),
      ],
    )
  })
  return seen
}

function keyAnew(secrets: Secrets, row: Row, key: string | null): string | null {
  const [beginning, hash] = key?.split(':') ?? []
  const { sameBy } = rulesOf(getMatterType(row.type_code, row.type_version), row.unit_code).type
  if (hash === undefined || !sameBy) return key
  return `${beginning}:${sameHash(secrets, sameBy, openAnswers(secrets, row.id, row.answers))}`
}

/** For which household a thing was had that a household has once: by where its person lives today. */
export const reindexHouseholds: Reindex = async (pool, secrets) => {
  let seen = 0
  const batches = { table: 'casework.household_holds', columns: ['t.person_id'], where: 'true', atOnce: 1000, held: 'wait' as const }
  await eachBatch<{ person_id: string }>(pool, batches, async (tx, rows) => {
    const addresses = await listAddresses({ tx, secrets }, [...new Set(rows.map(({ person_id }) => person_id))])
    const fresh = rows.flatMap(({ key, person_id }) => {
      const address = addresses.get(person_id)
      const household = address && householdOf(secrets, address)
      return household ? [{ key, household }] : []
    })
    seen += fresh.length
    await tx.query(
      `update casework.household_holds h set household = n.household
         from unnest($1::text[], $2::text[], $3::bytea[]) as n(bureau_code, matter_id, household)
        where h.bureau_code = n.bureau_code and h.matter_id = n.matter_id::uuid`,
      [
        textColumn(fresh.map(({ key }) => key[0] ?? '')),
        textColumn(fresh.map(({ key }) => key[1] ?? '')),
        byteaColumn(fresh.map(({ household }) => household)),
      ],
    )
  })
  return seen
}
