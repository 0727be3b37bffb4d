import { byteaColumn, textColumn, uuidColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { eachBatch, type Reindex } from '../../../../platform/rotation/index.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { citizenIndex, openField, phoneIndex } from './person-row.ts'
import { tailsOf } from './search-keys.ts'

interface Row {
  readonly id: string
  readonly bureau_code: string
  readonly citizen_id: Buffer
  readonly phone: Buffer | null
  readonly old: Buffer
  readonly key: readonly string[]
}

const COLUMNS = ['t.bureau_code', 't.id', 't.citizen_id', 't.phone', 't.citizen_id_index as old']

/** By what files are found and known: citizens in the whole nation, phones, and the ends of both numbers. */
export const reindexPeople: Reindex = async (pool, secrets) => {
  let seen = 0
  const batches = { table: 'registry.people', columns: COLUMNS, where: 'true', atOnce: 1000, held: 'wait' as const }
  await eachBatch<Row>(pool, batches, async (tx, rows) => {
    seen += rows.length
    await save(
      tx,
      rows.map((row) => ({ row, ...anew(secrets, row) })),
    )
  })
  return seen
}

function anew(secrets: Secrets, row: Row) {
  const [citizenId, phone] = [openField(secrets, 'citizen_id', row) ?? '', openField(secrets, 'phone', row)]
  return {
    index: citizenIndex(secrets, citizenId),
    phone: phoneIndex(secrets, phone),
    phoneTail: tailsOf(secrets, 'phone', phone?.replace(/\D/g, '') ?? ''),
    idEnd: tailsOf(secrets, 'id', citizenId),
  }
}

/** Of a closed file no ends are kept, and none are made. */
const PEOPLE = `update registry.people p
    set citizen_id_index = n.index, phone_index = n.phone,
        phone_tail = case when p.phone_tail is not null then n.phone_tail end, id_end = case when p.id_end is not null then n.id_end end
   from unnest($1::text[], $2::uuid[], $3::bytea[], $4::bytea[], $5::text[], $6::text[]) as n(bureau_code, id, index, phone, phone_tail, id_end)
  where p.bureau_code = n.bureau_code and p.id = n.id`

const DIRECTORY = `update registry.citizen_directory d set citizen_id_index = n.index
   from unnest($1::bytea[], $2::bytea[]) as n(old, index) where d.citizen_id_index = n.old and n.old <> n.index`

async function save(tx: Tx, fresh: readonly ({ row: Row } & ReturnType<typeof anew>)[]): Promise<void> {
  const index = byteaColumn(fresh.map((one) => one.index))
  await tx.query(PEOPLE, [
    textColumn(fresh.map(({ row }) => row.bureau_code)),
    uuidColumn(fresh.map(({ row }) => row.id)),
    index,
    byteaColumn(fresh.map(({ phone }) => phone)),
    textColumn(fresh.map(({ phoneTail }) => phoneTail)),
    textColumn(fresh.map(({ idEnd }) => idEnd)),
  ])
  await tx.query(DIRECTORY, [byteaColumn(fresh.map(({ row }) => row.old)), index])
}
