import { maskAddress, maskBankCard, maskCitizenId, maskName, maskPhone } from '../../../../kernel/mask.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { isFooting, type MatchedColumns, readHeads, type SheetRow, workbookRefusalSentence } from '../../../../platform/workbook/index.ts'
import type { ImportPreview, MatchedColumn, PreviewRow } from '../../contract.ts'
import { checkRow, placeCodesOf } from './check-row.ts'
import { chooseSheet, leftOut } from './choose-sheet.ts'
import { titleOf } from './import-fields.ts'
import { judgeRows, REASON } from './land-rows.ts'
import { askCodes, askDivisions, placesOf } from './places.ts'
import { readRow } from './read-row.ts'
import { readyRow } from './ready-row.ts'

export interface Unreadable {
  readonly code: 'unreadable'
  readonly why: string
  readonly sentence: string
}

export interface Preview {
  readonly sheet: string | null
  readonly otherSheets: readonly string[]
  readonly headerRowNumber: number
  readonly columns: readonly MatchedColumn[]
  readonly unmatched: readonly string[]
  readonly preview: ImportPreview
}

/** Rows looked at for mistakes, rows shown, and mistakes shown. */
const [LOOKED, SHOWN, WRONG] = [200, 5, 10]
/** A preview is looked at by someone who waits. */
const PATIENCE_MS = 10_000

interface Upload {
  readonly path: string
  readonly unitCode: UnitCode
  /** The sheet that was asked for. */
  readonly wanted?: string | undefined
}

/** Reads the head of a workbook: which column is what, the first rows masked, and what would be refused among them. */
export async function previewImport(context: ViewContext, { path, unitCode, wanted }: Upload): Promise<Result<Preview, Unreadable>> {
  const unreadable = (why: string, sentence: string) => refuse({ code: 'unreadable' as const, why, sentence })
  const heads = await readAhead(path)
  if (!heads.ok) return unreadable(heads.refusal.code, workbookRefusalSentence(heads.refusal))
  const chosen = chooseSheet(heads.value, wanted)
  if (!chosen.ok) return unreadable(chosen.refusal.why, chosen.refusal.sentence)
  const { sheet, otherSheets, matched } = chosen.value
  const { headerRowNumber } = matched
  const columns = columnsOf(matched)
  const rows = chosen.value.rows.filter(({ rowNumber, cells }) => rowNumber > headerRowNumber && !isFooting(cells)).slice(0, LOOKED)
  const judged = await reasonsOf(context, { rows, unitCode, matched })
  const shown = (row: SheetRow): PreviewRow => ({
    rowNumber: row.rowNumber,
    cells: columns.map(({ field, column }) => maskedCell(field, row.cells[column] ?? '')),
    reasons: judged.get(row.rowNumber) ?? [],
  })
  const wrong = rows.filter(({ rowNumber }) => judged.has(rowNumber))
  const names = leftOut(matched)
  const preview = {
    headerRowNumber,
    columns,
    unmatched: names,
    rows: rows.slice(0, SHOWN).map(shown),
    wrong: wrong.slice(0, WRONG).map(shown),
    looked: rows.length,
  }
  return ok({ sheet, otherSheets, headerRowNumber, columns, unmatched: names, preview })
}

async function readAhead(path: string) {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  return await readHeads({ path, signal, budgets: { busyMs: PATIENCE_MS } }, LOOKED + 10).catch((fault: unknown) => {
    if (signal.aborted) return refuse({ code: 'took-too-long' as const })
    throw fault
  })
}

const columnsOf = ({ columns, titles }: MatchedColumns): MatchedColumn[] =>
  Array.from(columns, ([field, column]) => ({
    field,
    fieldTitle: titleOf(field),
    column,
    title: (titles[column] ?? '').slice(0, 60),
  })).toSorted((a, b) => a.column - b.column)

async function reasonsOf(
  context: ViewContext,
  { rows, unitCode, matched }: { rows: readonly SheetRow[]; unitCode: UnitCode; matched: MatchedColumns },
): Promise<Map<number, string[]>> {
  const places = placesOf(await askDivisions(context.tx, unitCode, context.today))
  const typed = rows.map((row) => readRow(row, matched.columns))
  const unknown = places.unknown(typed.flatMap(placeCodesOf))
  if (unknown.length > 0) places.know(await askCodes(context.tx, unknown, context.today))
  const about = { places, unitCode, today: context.today }
  const looking = { ...context, range: context.actor.scope, source: REASON, fact: () => undefined, subject: () => undefined }
  const judged = await judgeRows(
    looking,
    typed.map((one) => readyRow(looking, checkRow(one, about))),
  )
  return new Map(
    judged.flatMap((one) => (one.does === 'nothing' ? [[one.because.rowNumber, one.because.reason.split('；')] as const] : [])),
  )
}

const MASKS: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  citizenId: maskCitizenId,
  phone: maskPhone,
  address: maskAddress,
  bankCard: maskBankCard,
  bornOn: (text) => text.replace(/\d{1,2}(?=\D*$)/, '**'),
}

/** What is personal is masked here too: a preview is for checking columns, and screens are looked at by others. */
const maskedCell = (field: string, text: string): string => (text === '' ? '' : (MASKS[field]?.(text) ?? text)).slice(0, 60)
