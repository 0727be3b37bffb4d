import { type SealedTable, sealedIn } from '../../../platform/rotation/index.ts'

/** Where visits, matters and work in the field keep ciphertexts. */
export const sealedTables: readonly SealedTable[] = [
  sealedIn('casework.visits', 'id::text', 'note'),
  { table: 'casework.earlier_visits', columns: [{ column: 'note', row: 'visit_id::text', as: "'casework.visits.note'" }] },
  sealedIn('casework.matters', 'id::text', 'answers'),
  sealedIn('casework.matter_steps', "matter_id || ':' || number", 'said'),
  sealedIn('casework.matter_hands', 'id::text', 'note'),
  sealedIn('casework.matter_ratings', 'matter_id::text', 'words'),
  sealedIn('casework.field_claims', 'id::text', 'said', 'settlement'),
  sealedIn('casework.field_leases', 'id::text', 'export_key'),
]
