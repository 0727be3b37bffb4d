import type { Cell, Sheet, SheetColumn } from '../../../../ui/workbook/workbook-file.ts'
import type { KindField, KindOnDesk, WorkRecord } from '../../contract.ts'
import { answersOf, type KindWords } from '../kind-words.ts'
import type { WorkText } from '../messages.ts'

export interface WorkSheetWords {
  readonly text: WorkText
  readonly words: KindWords
  readonly kinds: ReadonlyMap<string, KindOnDesk>
  readonly placeOf: (unitCode: string) => string
}

/** One answer to one question, as a cell that can be added up, ordered and compared. */
function cellOf(field: KindField, value: string | undefined, words: WorkSheetWords['words']): Cell {
  if (value === undefined) return null
  if (field.type === 'money') return BigInt(value)
  if (field.type === 'number') return Number(value)
  return field.type === 'date' ? value : words.answerOf(field, value)
}

const KIND_OF: Partial<Record<KindField['type'], NonNullable<SheetColumn['kind']>>> = { money: 'money', number: 'number', date: 'day' }

/** The questions of the one kind, each a column; of several kinds what they say, in words, in one. */
function whatOf({ text, words, kinds }: WorkSheetWords, rows: readonly WorkRecord[]) {
  const [only, ...others] = new Set(rows.map(({ kind }) => kind))
  const kind = others.length === 0 && only !== undefined ? kinds.get(only) : undefined
  if (kind) {
    const unitOf = ({ type, unit }: KindField) => (type === 'money' ? `（${text('work.yuan')}）` : unit === undefined ? '' : `（${unit}）`)
    return {
      columns: kind.fields.map((field): SheetColumn => ({ head: words.nameOf(field) + unitOf(field), kind: KIND_OF[field.type] })),
      cellsOf: ({ values }: WorkRecord): Cell[] => kind.fields.map((field) => cellOf(field, values[field.code], words)),
    }
  }
  return {
    columns: [{ head: text('work.what') }],
    cellsOf: (record: WorkRecord): Cell[] => [
      answersOf(record, kinds.get(record.kind), words)
        .map(({ name, answer }) => `${name}：${answer}`)
        .join('；'),
    ],
  }
}

/** Records as a sheet: persons masked as on the page, codes as codes, days as days, and what was counted as numbers. */
export function workSheet(about: WorkSheetWords, rows: readonly WorkRecord[], title: string): Sheet {
  const { text, words, kinds, placeOf } = about
  const what = whatOf(about, rows)
  return {
    title,
    columns: [
      { head: text('work.kind') },
      { head: text('work.on'), kind: 'day' },
      { head: text('work.until'), kind: 'day' },
      { head: text('work.unitCode') },
      { head: text('work.unit') },
      { head: text('work.organisation') },
      { head: text('work.uscc') },
      ...what.columns,
      { head: text('work.who') },
      { head: text('work.state') },
    ],
    rows: rows.map((record) => {
      const kind = kinds.get(record.kind)
      return [
        kind ? words.nameOf(kind) : record.kind,
        record.on,
        record.until,
        record.unitCode,
        placeOf(record.unitCode),
        record.organisation?.name ?? null,
        record.organisation?.uscc ?? null,
        ...what.cellsOf(record),
        record.people.map(({ nameMasked }) => nameMasked).join('、'),
        text(`work.state.${record.state}`),
      ]
    }),
  }
}
