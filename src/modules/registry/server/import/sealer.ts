import type { ColumnName } from '../../../../platform/secrets/secrets.ts'
import { askThread } from '../../../../platform/threads/ask-thread.ts'
import { openThread } from '../../../../platform/threads/open-thread.ts'
import { COLUMN_TABLES, type ColumnTable } from '../rows/file-columns.ts'
import { type Landing, sourceName } from './land-batch.ts'
import type { Lacking, SealedBatch } from './seal-batch.ts'
import type { SealOrder, SealWork, SentBatch } from './seal-thread.ts'

/** Reads, checks and seals batches in a thread of its own, one after the other, while the rows before them are written. */
export interface Sealer {
  seal(order: SealOrder): Promise<SealedBatch>
  /** Sends back what a batch came in, when nobody reads it any more: here it would lie until much else is thrown away, there that is soon. */
  takeBack(batch: SealedBatch): void
  end(): Promise<void>
}

const SEALED: readonly ColumnName[] = [
  ...(['citizen_id', 'phone', 'address', 'bank_card'] as const).map((name) => `registry.people.${name}` as const),
  'registry.person_versions.snapshot',
  ...(['phone4', 'phone6', 'id4', 'id6', 'id8'] as const).map((name) => `registry.search_keys.${name}` as const),
]

/** Little for what is young, which is forgotten slice by slice: a thread without limits takes a hundred megabytes before it collects anything. */
const HEAP = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 }

/** Opens the thread. What breaks it fails the batches that wait for it. */
export function openSealer(landing: Landing): Sealer {
  const { job, row, columns, gazetteer } = landing
  const about = { source: sourceName(landing), unitCode: row.unit_code, columns, divisions: gazetteer.divisions }
  const work: SealWork = { keys: job.secrets.share(SEALED), ...about }
  const { ask, tell, end } = askThread<SealOrder, SentBatch | Lacking>(openThread('./seal-thread', import.meta.url, work, HEAP))
  return {
    async seal(order) {
      let answer = await ask(order)
      while ('lacks' in answer) answer = await ask({ ...order, learned: await gazetteer.learn(answer.lacks) })
      return received(answer)
    },
    takeBack({ indexes, columns }) {
      const spent = [indexes, ...COLUMN_TABLES.flatMap((table) => columns[table])]
      tell('spent', [...new Set(spent.map(({ buffer }) => buffer as ArrayBuffer))])
    },
    end,
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** What was a buffer arrives from a thread as plain bytes. */
function received({ rows, count, widths, buffers }: SentBatch): SealedBatch {
  const [indexes = Buffer.alloc(0), ...columns] = buffers.map(asBuffer)
  const tables = {} as Record<ColumnTable, Buffer[]>
  for (const [at, table] of COLUMN_TABLES.entries()) tables[table] = columns.splice(0, widths[at] ?? 0)
  return { rows, indexes, columns: { count, ...tables } }
}
