import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ColumnName, Secrets } from '../../../../platform/secrets/secrets.ts'
import { askThread } from '../../../../platform/threads/ask-thread.ts'
import { openThread } from '../../../../platform/threads/open-thread.ts'
import type { FileColumns } from '../file-columns.ts'
import type { CheckedRow } from './check-row.ts'
import type { SealedBatch, SealedRow } from './seal-batch.ts'
import type { SealOrder, SealWork } from './seal-thread.ts'

/** Seals batches in a thread of its own, one after the other, while the rows before them are written. */
export interface Sealer {
  seal(rows: readonly CheckedRow[], today: PlainDate): Promise<SealedBatch>
  end(): Promise<void>
}

const SEALED: readonly ColumnName[] = [
  ...(['citizen_id', 'phone', 'address', 'bank_card'] as const).map((name) => `registry.people.${name}` as const),
  'registry.person_versions.snapshot',
  ...(['phone4', 'phone6', 'id4', 'id6', 'id8'] as const).map((name) => `registry.search_keys.${name}` as const),
]

/** Opens the thread. What breaks it fails the batches that wait for it. */
export function openSealer(secrets: Secrets, source: string): Sealer {
  const work: SealWork = { keys: secrets.share(SEALED), source }
  const { ask, end } = askThread<SealOrder, SealedBatch>(openThread('./seal-thread', import.meta.url, work))
  return { seal: async (rows, today) => received(await ask({ rows, today })), end }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** What was a buffer arrives from a thread as plain bytes. */
function received({ rows, columns }: SealedBatch): SealedBatch {
  const table = (name: Exclude<keyof FileColumns, 'count'>): Buffer[] => columns[name].map(asBuffer)
  return {
    rows: rows.map((row): SealedRow | undefined => row && { ...row, index: asBuffer(row.index) }),
    columns: {
      count: columns.count,
      people: table('people'),
      service: table('service'),
      identities: table('identities'),
      keys: table('keys'),
      versions: table('versions'),
      facts: table('facts'),
    },
  }
}
