import { statSync } from 'node:fs'
import type { Budgets } from './budgets.ts'
import { detectContent, readHead } from './detect-content.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx, type WantedSheets } from './read-xlsx.ts'
import type { RowBatch } from './row-batch.ts'
import { stopReading } from './stop-reading.ts'

/** An OLE directory may lie far inside its file; a megabyte holds every one we have met. */
const HEAD = 1_048_576

/** Reads a file in the calling thread, by its content; throws refusals through `stopReading`. The server reads through `readWorkbook`. */
export async function* readHere(path: string, budgets: Budgets, wanted: WantedSheets = {}): AsyncGenerator<RowBatch> {
  const bytes = statSync(path).size
  if (bytes > budgets.fileBytes) stopReading({ code: 'file-too-large', bytes, limit: budgets.fileBytes })
  const head = readHead(path, HEAD)
  const content = detectContent(head)
  if (content === 'zip') yield* readXlsx(path, budgets, wanted)
  else if (content === 'text') yield* readCsv(path, head, budgets)
  else stopReading(content)
}
