import { collectRows } from './batch-rows.ts'
import type { Budgets } from './budgets.ts'
import { scanCsv } from './csv-scanner.ts'
import { detectEncoding, fileChunks } from './detect-encoding.ts'
import type { RowBatch } from './row-batch.ts'
import { sniffDelimiter } from './sniff-delimiter.ts'
import { stopReading } from './stop-reading.ts'

const CHUNK = 262_144

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

/** The rows of a delimited text file, in batches; throws through `stopReading`. */
export async function* readCsv(path: string, head: Buffer, budgets: Budgets): AsyncGenerator<RowBatch> {
  const encoding = detectEncoding(path, head)
  const sample = new TextDecoder(encoding).decode(head.subarray(0, 65_536), { stream: true })
  if (looksBinary(sample)) stopReading({ code: 'not-a-workbook', looksLike: '无法识别的二进制文件' })
  const delimiter = sniffDelimiter(sample)
  const collector = collectRows({ kind: 'csv', encoding, delimiter }, budgets)
  const scanner = scanCsv(delimiter, collector, budgets)
  const decoder = new TextDecoder(encoding)
  for (const chunk of cutAtLines(fileChunks(path, CHUNK))) {
    scanner.feed(decoder.decode(chunk, { stream: true }))
    const batch = collector.full() ? collector.take() : undefined
    if (batch) yield batch
  }
  scanner.feed(decoder.decode())
  scanner.finish()
  const last = collector.take()
  if (last) yield last
  if (collector.rows() === 0) stopReading({ code: 'no-rows' })
}
