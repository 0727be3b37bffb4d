import { collectRows } from './batch-rows.ts'
import type { Budgets } from './budgets.ts'
import { scanCsv } from './csv-scanner.ts'
import { detectEncoding, fileChunks } from './detect-encoding.ts'
import type { RowBatch } from './row-batch.ts'
import { sniffDelimiter } from './sniff-delimiter.ts'
import { stopReading } from './stop-reading.ts'

/** Read at a time: of short rows a larger piece would make a batch of many thousands, and batches land each in one transaction. */
const CHUNK = 32_768
/** Of a whole file only whether it is UTF-8 is asked. */
const LOOKED_AT = 1_048_576

/** Control characters no text has; a few may be dirt, many are a program or a picture. */
function looksBinary(sample: string): boolean {
  const strange = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
  return strange > Math.max(4, sample.length / 100)
}

/** The same bytes in chunks that end with a line. In UTF-16 a cut may fall inside a character; the decoder carries it over. */
function* cutAtLines(chunks: Iterable<Buffer>): Generator<Buffer> {
  let carried: Buffer = Buffer.alloc(0)
  for (const chunk of chunks) {
    const end = chunk.lastIndexOf(10) + 1 || chunk.length
    yield carried.length > 0 ? Buffer.concat([carried, chunk.subarray(0, end)]) : chunk.subarray(0, end)
    // A chunk is overwritten by the next one: what is kept is copied.
    carried = Buffer.from(chunk.subarray(end))
  }
  if (carried.length > 0) yield carried
}

type Text = { readonly head: Buffer; readonly encoding: string; readonly chunks: Iterable<Buffer>; readonly isWhole: boolean }

/** The rows of a delimited text file, in batches; throws through `stopReading`. */
export async function* readCsv(path: string, head: Buffer, budgets: Budgets): AsyncGenerator<RowBatch> {
  const encoding = detectEncoding(head, fileChunks(path, LOOKED_AT))
  yield* batchesOf({ head, encoding, chunks: fileChunks(path, CHUNK), isWhole: true }, budgets)
}

/** The first batch of rows, from the beginning of the file alone: the encoding is judged by it too. */
export function readCsvHead(head: Buffer, isWhole: boolean, budgets: Budgets): RowBatch | undefined {
  const encoding = detectEncoding(head, [isWhole ? head : head.subarray(0, head.lastIndexOf(10) + 1)])
  for (const batch of batchesOf({ head, encoding, chunks: piecesOf(head), isWhole }, budgets)) return batch
  return undefined
}

function* piecesOf(head: Buffer): Generator<Buffer> {
  for (let at = 0; at < head.length; at += CHUNK) yield head.subarray(at, at + CHUNK)
}

function* batchesOf({ head, encoding, chunks, isWhole }: Text, budgets: Budgets): Generator<RowBatch> {
  const sample = new TextDecoder(encoding).decode(head.subarray(0, 65_536), { stream: true })
  if (looksBinary(sample)) stopReading({ code: 'not-a-workbook', looksLike: '无法识别的二进制文件' })
  const delimiter = sniffDelimiter(sample)
  const collector = collectRows({ kind: 'csv', encoding, delimiter }, budgets)
  const scanner = scanCsv(delimiter, collector, budgets)
  const decoder = new TextDecoder(encoding)
  for (const chunk of cutAtLines(chunks)) {
    scanner.feed(decoder.decode(chunk, { stream: true }))
    const batch = collector.full() ? collector.take() : undefined
    if (batch) yield batch
  }
  if (isWhole) {
    scanner.feed(decoder.decode())
    scanner.finish()
  }
  const last = collector.take()
  if (last) yield last
  if (collector.rows() === 0) stopReading({ code: 'no-rows' })
}
