import { repairText } from '../../../../kernel/chinese-text.ts'
import { toHalfWidth } from '../../../../kernel/half-width.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { dayRefusalSentence, parseDay, type SheetRow } from '../../../../platform/workbook/index.ts'
import { entitlementClasses } from '../file/entitlement-classes.ts'
import { codeOfWord } from './code-words.ts'
import { type ImportKey, titleOf } from './import-fields.ts'
import type { RowIssue } from './row-issue.ts'

/** A row as typed, by field; only what was filled is there: an empty cell says nothing. */
export interface TypedRow {
  readonly rowNumber: number
  readonly text: Readonly<Partial<Record<ImportKey, string>>>
  readonly codes: Readonly<Partial<Record<ImportKey, string>>>
  readonly days: Readonly<Partial<Record<ImportKey, PlainDate>>>
  readonly classes: readonly string[]
  readonly grade: number | undefined
  readonly issues: readonly RowIssue[]
  /** What was repaired, in words. */
  readonly mended: readonly string[]
}

const CODED = [
  'sex',
  'politicalStatus',
  'maritalStatus',
  'education',
  'employment',
  'living',
  'rankGroup',
  'branch',
  'placementWay',
  'cause',
]
const DAYS = ['bornOn', 'enlistedOn', 'dischargedOn']
/** 5.00112E+17: how a spreadsheet writes a number of eighteen digits into a text file. */
const SCIENTIFIC = /^\d(\.\d+)?e\+?\d{1,2}$/i
const LONG_NUMBERS = new Set(['citizenId', 'bankCard'])
/** Signs for "nothing" that people put where a cell may not be empty. */
const NOTHING = /^(无|暂无|未知|不详|空|-+|—+|\/+|\\+|n\/?a|null|#n\/a|0)$/i
const MAY_SAY_NONE = new Set(['education'])

interface Reading {
  readonly text: Partial<Record<ImportKey, string>>
  readonly codes: Partial<Record<ImportKey, string>>
  readonly days: Partial<Record<ImportKey, PlainDate>>
  classes: readonly string[]
  grade: number | undefined
  readonly issues: RowIssue[]
  readonly mended: Set<string>
}

/** Reads a row by its matched columns: repaired texts, codes for words, days. What cannot be read is an issue, never a guess. */
export function readRow(row: SheetRow, columns: ReadonlyMap<string, number>): TypedRow {
  const reading: Reading = { text: {}, codes: {}, days: {}, classes: [], grade: undefined, issues: [], mended: new Set() }
  const notes = new Map(row.notes?.map(({ column, note }) => [column, note]))
  for (const [field, column] of columns) {
    const key = field as ImportKey
    const typed = row.cells[column]?.trim() ?? ''
    if (typed === '' || (NOTHING.test(typed) && !MAY_SAY_NONE.has(key))) continue
    const note = notes.get(column)
    if (note === 'garbled') reading.issues.push({ key, code: 'garbled' })
    else if (note === 'digits-lost' && LONG_NUMBERS.has(key)) reading.issues.push({ key, code: 'digits-lost' })
    else if (LONG_NUMBERS.has(key) && SCIENTIFIC.test(typed)) reading.issues.push({ key, code: 'in-powers' })
    else {
      if (note === 'repaired') reading.mended.add(`已还原乱码：${titleOf(key)}`)
      readCell(reading, key, typed)
    }
  }
  const { text, codes, days, classes, grade, issues, mended } = reading
  return { rowNumber: row.rowNumber, text, codes, days, classes, grade, issues, mended: [...mended] }
}

function readCell(reading: Reading, key: ImportKey, typed: string): void {
  const text = repairText(typed)
  if (/[\uff01-\uff5e\u3000]/.test(typed) && toHalfWidth(typed) !== typed && !/[，。；：？！（）]/.test(typed)) {
    reading.mended.add(`已改全角字符：${titleOf(key)}`)
  }
  if (CODED.includes(key)) {
    const code = codeOfWord(key, text)
    if (code === undefined) reading.issues.push({ key, code: 'unknown-word' })
    else reading.codes[key] = code
  } else if (DAYS.includes(key)) readDay(reading, key, typed)
  else if (key === 'classes') readClasses(reading, text)
  else if (key === 'grade') readGrade(reading, text)
  else if (text.length > 200) reading.issues.push({ key, code: 'too-long' })
  else reading.text[key] = text
}

/** A month without its day is enough to compare a birth with, and too little for a day of service. */
function readDay(reading: Reading, key: ImportKey, typed: string): void {
  const day = parseDay(typed)
  if (day.ok) reading.days[key] = day.value
  else if (key === 'bornOn' && ['month-only', 'month-uncertain', 'year-only'].includes(day.refusal.code)) return
  else reading.issues.push({ key, code: 'not-a-day', said: dayRefusalSentence(day.refusal) })
}

const CLASS_NAMES = new Map(entitlementClasses.flatMap(({ code, zh }) => [[zh, code] as const, [code.toLowerCase(), code] as const]))

function readClasses(reading: Reading, text: string): void {
  const named = text.split(/[、，,;；/|+]+/).map((name) => name.replace(/\s/g, ''))
  const codes = named.filter((name) => name !== '').map((name) => CLASS_NAMES.get(name) ?? CLASS_NAMES.get(name.toLowerCase()))
  if (codes.includes(undefined)) reading.issues.push({ key: 'classes', code: 'unknown-class' })
  else reading.classes = [...new Set(codes.filter((code) => code !== undefined))]
}

const NUMERALS = '一二三四五六七八九十'

function readGrade(reading: Reading, text: string): void {
  const bare = text.replace(/[级等伤残疾\s]/g, '')
  const grade = /^\d{1,2}$/.test(bare) ? Number(bare) : bare.length === 1 ? NUMERALS.indexOf(bare) + 1 : 0
  if (grade >= 1 && grade <= 10) reading.grade = grade
  else reading.issues.push({ key: 'grade', code: 'not-a-grade' })
}
