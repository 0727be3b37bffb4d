import { collectRows } from './batch-rows.ts'
import type { Budgets } from './budgets.ts'
import { type NumberLook, readLooks } from './cell-styles.ts'
import { openZip, type Zip } from './open-zip.ts'
import type { RowBatch } from './row-batch.ts'
import { readSharedStrings, type SharedStrings } from './shared-strings.ts'
import { listenToSheet } from './sheet-rows.ts'
import { stopReading } from './stop-reading.ts'
import { readParts, type WorkbookParts } from './workbook-parts.ts'
import { decodeXml, scanXml } from './xml-scanner.ts'

type Prepared = { zip: Zip; parts: WorkbookParts; strings: SharedStrings; looks: readonly NumberLook[]; budgets: Budgets }

/** The same bytes in chunks that end where a row begins, as far as rows are written without a prefix in UTF-8. */
async function* cutAtRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let carried: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const cut = chunk.lastIndexOf('<row')
    const end = cut > 0 ? cut : chunk.length
    yield carried.length > 0 ? Buffer.concat([carried, chunk.subarray(0, end)]) : chunk.subarray(0, end)
    carried = chunk.subarray(end)
  }
  if (carried.length > 0) yield carried
}

async function* readSheet(prepared: Prepared, sheet: { name: string; part: string }): AsyncGenerator<RowBatch> {
  const { zip, parts, budgets } = prepared
  const collector = collectRows({ kind: 'xlsx', sheet: sheet.name }, budgets)
  const listener = listenToSheet({ ...prepared, is1904: parts.is1904, collector })
  const scanner = scanXml(listener)
  for await (const text of decodeXml(cutAtRows(zip.part(sheet.part)))) {
    // What follows the rows is not parsed, but read to its end: only there is the checksum of the rows known.
    if (listener.isDone()) continue
    scanner.feed(text)
    const batch = collector.full() ? collector.take() : undefined
    if (batch) yield batch
  }
  if (!listener.isDone()) scanner.finish()
  const last = collector.take()
  if (last) yield last
}

/** The rows of the first sheet with content (visible sheets before hidden ones), in batches; throws through `stopReading`. */
export async function* readXlsx(path: string, budgets: Budgets): AsyncGenerator<RowBatch> {
  const zip = await openZip(path, budgets)
  try {
    const parts = await readParts(zip, budgets)
    const looks = parts.styles && zip.has(parts.styles) ? await readLooks(zip.part(parts.styles)) : []
    const has = parts.sharedStrings !== undefined && zip.has(parts.sharedStrings)
    const strings = has ? await readSharedStrings(zip.part(parts.sharedStrings ?? ''), budgets) : { count: 0, get: () => undefined }
    for (const sheet of parts.sheets) {
      let isEmpty = true
      for await (const batch of readSheet({ zip, parts, strings, looks, budgets }, sheet)) {
        isEmpty = false
        yield batch
      }
      if (!isEmpty) return
    }
    stopReading({ code: 'no-rows' })
  } finally {
    zip.close()
  }
}
