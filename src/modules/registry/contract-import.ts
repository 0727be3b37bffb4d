import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { FileId } from '../../kernel/id.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'

const ImportId = z.uuid()

/** checked: its columns are known and nothing has been done yet. */
export const ImportStatus = z.enum(['checked', 'queued', 'running', 'done', 'cancelled', 'failed'])
export type ImportStatus = z.infer<typeof ImportStatus>

/** Which column of the workbook fills which field of the file. */
export const MatchedColumn = z.object({ field: z.string(), fieldTitle: z.string(), column: z.int(), title: z.string() })
export type MatchedColumn = z.infer<typeof MatchedColumn>

/** One row as it would be taken in: what is personal is masked. Reasons are sentences, as in the returned workbook. */
export const PreviewRow = z.object({ rowNumber: z.int(), cells: z.array(z.string()), reasons: z.array(z.string()) })
export type PreviewRow = z.infer<typeof PreviewRow>

export const ImportPreview = z.object({
  headerRowNumber: z.int(),
  columns: z.array(MatchedColumn),
  /** Titles that no field knows, or that another column has already: these columns are not taken in. */
  unmatched: z.array(z.string()),
  rows: z.array(PreviewRow),
  /** Of the rows looked at, those that would be refused as they stand. */
  wrong: z.array(PreviewRow),
  looked: z.int(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const Import = z.object({
  id: ImportId,
  unitCode: UnitCode,
  fileName: z.string(),
  /** The upload, to look at another of its sheets; only for the account that brought it. */
  fileId: FileId.nullable(),
  /** The sheet that is taken in; null for a text table. */
  sheet: z.string().nullable(),
  /** The sheets of the same workbook that have rows too, and are not taken in by this import. */
  otherSheets: z.array(z.string()),
  status: ImportStatus,
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  rowsRead: z.int(),
  rowsNew: z.int(),
  /** Known persons whose files got something new. */
  rowsFilled: z.int(),
  rowsUnchanged: z.int(),
  rowsWrong: z.int(),
  /** Rows in which something was repaired: mojibake, full-width signs. */
  rowsMended: z.int(),
  columns: z.array(MatchedColumn),
  unmatched: z.array(z.string()),
  /** Why it stopped, in a sentence. */
  refusal: z.string().nullable(),
  /** The same workbook with the results; only for the account that brought it. */
  resultFileId: FileId.nullable(),
  can: z.object({ run: z.boolean(), cancel: z.boolean() }),
})
export type Import = z.infer<typeof Import>

export const startImport = actionContract({
  name: 'import.start',
  summary: 'Looks at an uploaded workbook: which column is what, the first rows, the first mistakes. Takes nothing in yet.',
  /** `sheet`: one of a workbook by its name; left out, the first whose columns are known. */
  input: z.object({ fileId: FileId, unitCode: UnitCode, sheet: z.string().max(255).optional() }),
  output: z.object({ importId: ImportId, fileName: z.string(), preview: ImportPreview }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-such-file') }),
    /** The file cannot be read as a table; the sentence says why and what to do. */
    z.object({ code: z.literal('unreadable'), why: z.string(), sentence: z.string() }),
  ]),
})

export const runImport = actionContract({
  name: 'import.run',
  summary: 'Takes the rows of a checked workbook in, in the background. One that failed goes on where it stopped.',
  input: z.object({ importId: ImportId }),
  output: z.object({ importId: ImportId, status: ImportStatus }),
  refusal: z.object({ code: z.literal('not-to-run'), status: ImportStatus }),
})

export const cancelImport = actionContract({
  name: 'import.cancel',
  summary: 'Stops an import after the rows under way. What has been taken in stays.',
  input: z.object({ importId: ImportId }),
  output: z.object({ importId: ImportId, status: ImportStatus }),
  refusal: z.object({ code: z.literal('already-over'), status: ImportStatus }),
})

export const getImport = viewContract({
  name: 'import.get',
  summary: 'How far an import has come, and what became of its rows.',
  input: z.object({ importId: ImportId }),
  output: Import,
})

export const listImports = viewContract({
  name: 'import.list',
  summary: 'The imports of a place, the newest first.',
  input: Paging.extend({ place: z.union([RegionCode, UnitCode]) }),
  output: paged(Import),
})
