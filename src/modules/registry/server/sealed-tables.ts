import { type SealedTable, sealedIn } from '../../../platform/rotation/index.ts'

/** Where files keep ciphertexts. */
export const sealedTables: readonly SealedTable[] = [
  sealedIn('registry.people', 'id::text', 'citizen_id', 'phone', 'address', 'bank_card'),
  sealedIn('registry.person_versions', "person_id || '/' || version", 'snapshot'),
  sealedIn('registry.kin', 'id::text', 'phone'),
  sealedIn('registry.import_batches', "import_id || '/' || batch", 'outcomes'),
  sealedIn('registry.merges', 'id::text', 'before'),
  sealedIn('registry.transfer_requests', 'request_id::text', 'card'),
  sealedIn('registry.authorities', 'id::text', 'agent_phone'),
]
