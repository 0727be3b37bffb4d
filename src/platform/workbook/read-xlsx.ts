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

async function* readSheet(prepared: Prepared, sheet: { name: string; part: string }, isHead = false): AsyncGenerator<RowBatch> {
  const { zip, parts, budgets } = prepared
  const collector = collectRows({ kind: 'xlsx', sheet: sheet.name }, budgets)
  const listener = listenToSheet({ ...prepared, is1904: parts.is1904, collector })
  const scanner = scanXml(listener)
  let isEnough = false
  for await (const text of decodeXml(cutAtRows(zip.part(sheet.part)))) {
    // What follows the rows is not parsed, but read to its end: only there is the checksum of the rows known.
    if (isEnough || listener.isDone()) continue
    scanner.feed(text)
    const batch = collector.full() ? collector.take() : undefined
    if (batch) yield batch
    isEnough = isHead && batch !== undefined
  }
  if (isEnough) return
  if (!listener.isDone()) scanner.finish()
  const last = collector.take()
  if (last) yield last
}

/** Which sheets of a workbook are read: one by its name, or the beginning of each; else all of the first with content. */
export type WantedSheets = {
  readonly sheet?: string
  readonly heads?: boolean
}

async function* readOne(prepared: Prepared, wanted: string | undefined): AsyncGenerator<RowBatch> {
  for (const sheet of prepared.parts.sheets.filter(({ name }) => wanted === undefined || name === wanted)) {
    let isEmpty = true
    for await (const batch of readSheet(prepared, sheet)) {
      isEmpty = false
      yield batch
    }
    if (!isEmpty) return
  }
  stopReading({ code: 'no-rows' })
}

/**
 * The first batch of every sheet with content, of hidden ones only where no other has any. The largest comes last: whoever
 * has it leaves, and is spared the rest of it.
 */
async function* readBeginnings(prepared: Prepared): AsyncGenerator<RowBatch> {
  const { zip, parts } = prepared
  const waiting = parts.sheets
    .map((sheet, at) => ({ ...sheet, at, bytes: zip.bytes(sheet.part) }))
    .toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden) || (a.isHidden ? 0 : a.bytes - b.bytes))
  let seen = 0
  for (const [place, sheet] of waiting.entries()) {
    if (seen > 0 && sheet.isHidden) return
    const next = waiting[place + 1]
    for await (const batch of readSheet(prepared, sheet, true)) {
      seen += 1
      yield { ...batch, head: { at: sheet.at, isLast: next === undefined || next.isHidden } }
    }
  }
  if (seen === 0) stopReading({ code: 'no-rows' })
}

/** The rows of the first sheet with content (visible sheets before hidden ones), or of the wanted ones, in batches; throws through `stopReading`. */
export async function* readXlsx(path: string, budgets: Budgets, wanted: WantedSheets = {}): AsyncGenerator<RowBatch> {
  const zip = await openZip(path, budgets)
  try {
    const parts = await readParts(zip, budgets)
    const looks = parts.styles && zip.has(parts.styles) ? await readLooks(zip.part(parts.styles)) : []
    const has = parts.sharedStrings !== undefined && zip.has(parts.sharedStrings)
    const strings = has ? await readSharedStrings(zip.part(parts.sharedStrings ?? ''), budgets) : { count: 0, get: () => undefined }
    const prepared = { zip, parts, strings, looks, budgets }
    yield* wanted.heads ? readBeginnings(prepared) : readOne(prepared, wanted.sheet)
  } finally {
    zip.close()
  }
}
