export { BUDGETS, type Budgets } from './budgets.ts'
export {
  type ImportField,
  type MatchedColumns,
  type MatchRefusal,
  matchColumns,
  matchRefusalSentence,
  normalTitle,
} from './match-columns.ts'
export { isGarbled, repairMojibake } from './mojibake.ts'
export { type DayRefusal, dayRefusalSentence, type ParseDayOptions, parseDay } from './parse-day.ts'
export { type ReadWorkbook, readFirstRows, readWorkbook, type WorkbookHead } from './read-workbook.ts'
export { type WorkbookRefusal, workbookRefusalSentence } from './refusals.ts'
export { type ReturnWorkbook, type RowOutcome, returnWorkbook } from './return-workbook.ts'
export { type CellNote, cellsOf, type RowBatch, rowsOf, type SheetRow, type WorkbookSource } from './row-batch.ts'
export type { CellValue, ColumnKind } from './sheet-xml.ts'
export { neutralText, writeCsv } from './write-csv.ts'
export type { Destination } from './write-whole.ts'
export { type WrittenColumn, type WrittenSheet, type WrittenWorkbook, writeWorkbook } from './write-workbook.ts'
