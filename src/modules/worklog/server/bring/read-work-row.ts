import { parseFen } from '../../../../kernel/fen.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { isWithin, rangeOf, tierOf, UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { parseUscc, type Uscc } from '../../../../kernel/uscc.ts'
import { cellsByKey, parseDay, type SheetRow, type Table } from '../../../../platform/workbook/index.ts'
import { type KindField, WorkDay, type WorkFields, type WorkKind, type WrongRow } from '../../contract.ts'
import { type People, readPeople } from './named-people.ts'
import { COLUMN } from './sheet-columns.ts'

interface Reading {
  readonly kind: WorkKind
  readonly unitCode: UnitCode
  readonly table: Table
  readonly people: People
}

/** A record as a row gives it, or everything that is wrong with the row. */
export type ReadRow = Result<WorkFields, WrongRow[]>

type Cell<T> = Result<T, WrongRow['why']>

const plain = (text: string): string => text.normalize('NFKC').trim()

/** A number as people write it in a ledger: `1,200`, `35人`. What is no whole number stays as it is, and is refused as such. */
const plainNumber = (text: string, unit: string | undefined): string => {
  const bare = plain(text).replaceAll(/[,，\s]/g, '')
  return unit !== undefined && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare.replace(/\.0+$/, '')
}

function answerOf(field: KindField, text: string): string {
  if (text === '') return ''
  if (field.type === 'number') return plainNumber(text, field.unit)
  if (field.type === 'choice') {
    const asked = plain(text).toLowerCase()
    const found = field.choices?.find(({ code, zh, en }) => [code, zh, en].some((word) => plain(word).toLowerCase() === asked))
    return found?.code ?? text
  }
  if (field.type === 'money') {
    const fen = parseFen(text)
    return fen.ok ? String(fen.value) : text
  }
  if (field.type === 'date') {
    const day = parseDay(text)
    return day.ok ? day.value : text
  }
  return text
}

function dayOf(text: string): Cell<PlainDate | undefined> {
  if (text === '') return ok(undefined)
  const day = parseDay(text)
  return day.ok && WorkDay.safeParse(day.value).success ? ok(day.value) : refuse('not-a-day')
}

/** A unit of the own place, for which the kind may be recorded; without a code the place itself. */
function unitOf(text: string, { unitCode, kind }: Reading): Cell<UnitCode> {
  const code = text === '' ? unitCode : UnitCode.safeParse(plain(text)).data
  if (code === undefined) return refuse('not-a-unit')
  return isWithin(code, rangeOf(unitCode)) && code.slice(0, 6) === unitCode.slice(0, 6) && kind.tiers.includes(tierOf(code))
    ? ok(code)
    : refuse('wrong-unit')
}

function usccOf(text: string): Cell<Uscc | undefined> {
  if (text === '') return ok(undefined)
  const uscc = parseUscc(text)
  return uscc.ok ? ok(uscc.value.value) : refuse('wrong-uscc')
}

const neededDay = (text: string): Cell<PlainDate> => {
  const day = dayOf(text)
  return day.ok && day.value === undefined ? refuse('missing') : (day as Cell<PlainDate>)
}

/** What is wrong with the cells that every kind has. */
const faultsIn = (row: number, cells: Readonly<Partial<Record<keyof typeof COLUMN, Cell<unknown>>>>): WrongRow[] =>
  Object.entries(cells).flatMap(([key, cell]) => (cell.ok ? [] : [{ row, column: COLUMN[key as keyof typeof COLUMN], why: cell.refusal }]))

/** Reads a row by the columns of its kind. Whether what it says can be is for whoever checks a record typed by hand. */
export function readWorkRow(row: SheetRow, reading: Reading): ReadRow {
  const { kind, table } = reading
  const cell = cellsByKey(row, table)
  const on = neededDay(cell(COLUMN.on))
  const until = dayOf(cell(COLUMN.until))
  const unit = unitOf(cell(COLUMN.unit), reading)
  const uscc = usccOf(cell(COLUMN.uscc))
  const people = readPeople(cell(COLUMN.people), reading.people)
  if (!on.ok || !until.ok || !unit.ok || !uscc.ok || !people.ok) return refuse(faultsIn(row.rowNumber, { on, until, unit, uscc, people }))
  const name = cell(COLUMN.organisation)
  return ok({
    kind: kind.code,
    unitCode: unit.value,
    on: on.value,
    ...(until.value === undefined ? {} : { until: until.value }),
    values: Object.fromEntries(kind.fields.map((field) => [field.code, answerOf(field, cell(field.code))])),
    personIds: people.value,
    ...(name === '' ? {} : { organisation: { name, ...(uscc.value === undefined ? {} : { uscc: uscc.value }) } }),
  })
}
