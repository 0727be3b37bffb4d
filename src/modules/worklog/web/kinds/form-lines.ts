import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { KindField } from '../../contract.ts'
import { QUANTITY_UNITS, type QuantityUnit } from '../../domain/kind.ts'

const TYPES: Readonly<Record<string, KindField['type']>> = {
  文字: 'text',
  记要: 'note',
  数字: 'number',
  金额: 'money',
  日期: 'date',
  选择: 'choice',
}

const isUnit = (word: string): word is QuantityUnit => (QUANTITY_UNITS as readonly string[]).includes(word)

/** Codes of fields by their place in the form: `fa`, `fb` …; a field keeps its place, so it keeps its code. */
const codeAt = (at: number): string => `f${String.fromCharCode(97 + at)}`

/** One line: `植树* 数字 个`, `形式 选择 现场/线上`. Undefined where it cannot be read. */
function fieldOf(line: string, at: number): KindField | undefined {
  const [name = '', typed = '', ...rest] = line.trim().split(/[\s,，、]+/)
  const type = TYPES[typed]
  const zh = name.replace(/[*＊]$/, '')
  if (type === undefined || zh === '') return undefined
  const field = { code: codeAt(at), zh, en: zh, type, required: zh !== name }
  const detail = rest.join(' ')
  if (type === 'number') return isUnit(detail) ? { ...field, unit: detail } : undefined
  if (type !== 'choice') return detail === '' ? field : undefined
  const words = detail.split(/[/／]/).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))
  return words.length < 2 ? undefined : { ...field, choices: words.map((word, index) => ({ code: `c${index + 1}`, zh: word, en: word })) }
}

/** The fields of a form as an officer writes them, one a line; or the number of the first line that cannot be read. */
export function readFormLines(text: string): Result<KindField[], { line: number }> {
  const lines = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, number: at + 1 }]))
  const fields = lines.map(({ line }, at) => fieldOf(line, at))
  const wrong = fields.indexOf(undefined)
  if (wrong >= 0) return refuse({ line: lines[wrong]?.number ?? 1 })
  return ok(fields.flatMap((field) => field ?? []))
}
