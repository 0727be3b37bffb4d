import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ColumnName, Secrets } from '../../../../platform/secrets/secrets.ts'
import { askThread } from '../../../../platform/threads/ask-thread.ts'
import { openThread } from '../../../../platform/threads/open-thread.ts'
import { COLUMN_TABLES, type ColumnTable } from '../file-columns.ts'
import type { CheckedRow } from './check-row.ts'
import type { SealedBatch } from './seal-batch.ts'
import type { SealOrder, SealWork, SentBatch } from './seal-thread.ts'

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

/** Room for a few batches: a thread without limits takes a hundred megabytes before it collects anything. */
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 }

/** Opens the thread. What breaks it fails the batches that wait for it. */
export function openSealer(secrets: Secrets, source: string): Sealer {
  const work: SealWork = { keys: secrets.share(SEALED), source }
  const { ask, end } = askThread<SealOrder, SentBatch>(openThread('./seal-thread', import.meta.url, work, HEAP))
  return { seal: async (rows, today) => received(await ask({ rows, today })), end }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** What was a buffer arrives from a thread as plain bytes. */
function received({ rows, count, widths, buffers }: SentBatch): SealedBatch {
  const [indexes = Buffer.alloc(0), ...columns] = buffers.map(asBuffer)
  const tables = {} as Record<ColumnTable, Buffer[]>
  for (const [at, table] of COLUMN_TABLES.entries()) tables[table] = columns.splice(0, widths[at] ?? 0)
  return { rows, indexes, columns: { count, ...tables } }
}
