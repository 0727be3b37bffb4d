import { parseFen } from '../../../../kernel/fen.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Cause, Period, RatedClass, RateRow, RateUnit } from './rate-table.ts'

export interface WrongRow {
  readonly row: number
  readonly why: 'no-class' | 'no-grade' | 'no-cause' | 'no-amount' | 'finer-than-fen' | 'no-unit'
}
export type ReadRow = Result<RateRow, WrongRow>

/** A row of a notice as its sheet gives it, and the unit that the clerk said for the whole sheet. */
export interface SheetLine {
  readonly row: number
  readonly cell: (key: 'class' | 'grade' | 'cause' | 'period' | 'unit' | 'amount') => string
  readonly unit: 'year' | 'month'
}

/** Read in this order: a longer name before one that is part of it. */
const CLASSES: readonly (readonly [RegExp, RatedClass])[] = [
  [/烈士.*(老年)?子女|MARTYR-CHILD60/, 'MARTYR-CHILD60'],
  [/烈士|KIN-M/, 'KIN-M'],
  [/因公牺牲|KIN-D/, 'KIN-D'],
  [/病故|KIN-I/, 'KIN-I'],
  [/西路军|RED-WEST/, 'RED-WEST'],
  [/失散|RED-LOST/, 'RED-LOST'],
  [/红军|RED-ARMY/, 'RED-ARMY'],
  [/复员|DEMOB/, 'DEMOB'],
  [/带病回乡|SICK-HOME/, 'SICK-HOME'],
  [/参试|TEST/, 'TEST'],
  [/参战|WAR/, 'WAR'],
  [/农村籍|RURAL60/, 'RURAL60'],
  [/工资|WAGE/, 'WAGE'],
  [/残疾|伤残|DIS/, 'DIS'],
]

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const CAUSES: readonly (readonly [RegExp, Cause])[] = [
  [/因战|war/, 'war'],
  [/因公|duty/, 'duty'],
  [/因病|illness/, 'illness'],
]
const PERIODS: readonly (readonly [RegExp, Period])[] = [
  [/抗/, 'resistance'],
  [/解放/, 'liberation'],
  [/建国/, 'founding'],
]

const named = <T>(list: readonly (readonly [RegExp, T])[], text: string): T | undefined => list.find(([sign]) => sign.test(text))?.[1]

function gradeOf(text: string): number | undefined {
  const plain = text.replace(/[级\s]/g, '')
  const number = GRADES.indexOf(plain) + 1 || (/^\d{1,2}$/.test(plain) ? Number(plain) : 0)
  return number >= 1 && number <= 10 ? number : undefined
}

/** A row that names no class but a grade is one of the disability pension: such is the usual form of that notice. */
export function readRateRow({ row, cell, unit }: SheetLine): ReadRow {
  const wrong = (why: WrongRow['why']): ReadRow => refuse({ row, why })
  const classCode = cell('class') === '' && cell('grade') !== '' ? 'DIS' : named(CLASSES, cell('class'))
  if (classCode === undefined) return wrong('no-class')
  const [grade, cause] = [gradeOf(cell('grade')), named(CAUSES, cell('cause'))]
  if (classCode === 'DIS' && grade === undefined) return wrong('no-grade')
  if (classCode === 'DIS' && cause === undefined) return wrong('no-cause')
  const amount = parseFen(cell('amount'))
  if (!amount.ok) return wrong(amount.refusal.code === 'finer-than-fen' ? 'finer-than-fen' : 'no-amount')
  const said = unitOf(cell('unit'), unit, classCode)
  if (said === undefined) return wrong('no-unit')
  const disability = classCode === 'DIS' ? { grade: grade ?? null, cause: cause ?? null } : { grade: null, cause: null }
  const period = classCode === 'DEMOB' ? (named(PERIODS, cell('period')) ?? null) : null
  return ok({ classCode, ...disability, period, unit: said, amountFen: amount.value })
}

/** 元/年, 元/月, 每服一年义务兵役…; without words the unit of the sheet. */
function unitOf(text: string, sheet: 'year' | 'month', classCode: RatedClass): RateUnit | undefined {
  const isMonth = text === '' ? sheet === 'month' : /月/.test(text)
  if (text !== '' && !isMonth && !/年/.test(text)) return undefined
  if (classCode === 'RURAL60') return isMonth ? 'serviceMonth' : 'serviceYear'
  return isMonth ? 'month' : 'year'
}
