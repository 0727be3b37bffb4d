import { afterAll, expect, test } from 'vitest'
import { sealedTables } from '../src/catalogue.ts'
import { openTestDatabase } from './database/clone.ts'
import { rowsOf } from './database/rows-of.ts'

/** Columns of bytes that are no ciphertexts: hashes, with a key or without. */
const HASHES = [
  'access.known_devices.device_hash',
  'access.personal_accounts.phone_index',
  'access.personal_sessions.token_hash',
  'access.phone_codes.code_hash',
  'access.phone_codes.phone_index',
  'access.recovery_codes.code_hash',
  'access.sessions.device_hash',
  'access.sessions.token_hash',
  'access.sign_in_counters.subject',
  'access.sign_ons.sign_on_hash',
  'casework.household_holds.household',
  'ledger.bank_files.file_hash',
  'ledger.bank_returns.content_hash',
  'ledger.batches.file_hash',
  'ledger.postings.body_hash',
  'placement.employer_doors.code_hash',
  'placement.employer_doors.link_hash',
  'registry.citizen_directory.citizen_id_index',
  'registry.door_codes.code_hash',
  'registry.people.citizen_id_index',
  'registry.people.phone_index',
  'spine.heads.hash',
  'spine.leaves.hash',
  'spine.receipts.body_hash',
  'worklog.records.import_key',
]

const database = await openTestDatabase()
afterAll(database.close)

test('every column of bytes is declared as sealed, or is a hash: a rotation forgets none', async () => {
  const columns = await rowsOf<{ name: string }>(
    database.ownerPool,
    `select format('%s.%s.%s', n.nspname, c.relname, a.attname) as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.atttypid = 'bytea'::regtype and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and n.nspname !~ '^(pg_|information_schema$|graphile_worker$)'`,
  )
  const sealed = sealedTables.flatMap(({ table, columns: of }) => of.map(({ column }) => `${table}.${column}`))

  expect([...sealed, ...HASHES].toSorted()).toEqual(columns.map(({ name }) => name).toSorted())
})
