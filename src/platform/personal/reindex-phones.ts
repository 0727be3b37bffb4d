import { byteaColumn, textColumn } from '../database/column-arrays.ts'
import { eachBatch, type Reindex } from '../rotation/index.ts'
import { PHONE } from './personal-sessions.ts'
import { phoneIndexOf } from './phone-code.ts'

/** Phones of personal accounts. Each ciphertext is bound to the index of its phone, and is sealed anew for the new one. */
export const reindexPhones: Reindex = async (pool, secrets) => {
  let seen = 0
  const batches = {
    table: 'access.personal_accounts',
    columns: ['t.phone', 't.phone_index'],
    where: 'true',
    atOnce: 1000,
    held: 'wait' as const,
  }
  await eachBatch<{ phone: Buffer; phone_index: Buffer }>(pool, batches, async (tx, rows) => {
    seen += rows.length
    const fresh = rows.map(({ key, phone, phone_index }) => {
      const number = secrets.decrypt(PHONE, phone_index.toString('hex'), phone)
      const index = phoneIndexOf({ secrets }, number)
      return { id: key[0] ?? '', index, phone: secrets.encrypt(PHONE, index.toString('hex'), number) }
    })
    await tx.query(
      `update access.personal_accounts a set phone_index = n.index, phone = n.phone
         from unnest($1::text[], $2::bytea[], $3::bytea[]) as n(id, index, phone) where a.account_id = n.id::uuid`,
      [textColumn(fresh.map(({ id }) => id)), byteaColumn(fresh.map(({ index }) => index)), byteaColumn(fresh.map(({ phone }) => phone))],
    )
  })
  return seen
}
