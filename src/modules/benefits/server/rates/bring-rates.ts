import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { bringTable, cellsByKey, type ImportField, type Table } from '../../../../platform/workbook/index.ts'
import type { RateRow } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { type ReadRow, readRateRow, type WrongRow } from '../../domain/rates/read-rate-row.ts'
import { KEEP_REFUSALS, keepNotice } from './enter-rates.ts'

const FIELDS: readonly ImportField[] = [
  { key: 'class', titles: ['类别', '对象类别', '人员类别', 'class'], required: false },
  { key: 'grade', titles: ['残疾等级', '等级', '伤残等级', 'grade'], required: false },
  { key: 'cause', titles: ['残疾性质', '性质', '致残性质', '伤残性质', 'cause'], required: false },
  { key: 'period', titles: ['入伍时期', '时期', 'period'], required: false },
  { key: 'unit', titles: ['单位', '计发单位', 'unit'], required: false },
  { key: 'amount', titles: ['标准', '金额', '抚恤金标准', '补助标准', '年标准', '月标准', '标准元年', 'amount'], required: true },
]

/** A notice has some dozens of amounts; more rows than this are none. */
const MOST_ROWS = 500
const PATIENCE_MS = 20_000

/** All rows, or what is wrong with them: a notice is taken in whole or not at all. */
function judge(table: Table, unit: 'year' | 'month'): Result<RateRow[], WrongRow[]> {
  const read = table.rows.map((row): ReadRow => readRateRow({ row: row.rowNumber, cell: cellsByKey(row, table), unit }))
  const wrong = read.flatMap((one) => (one.ok ? [] : [one.refusal]))
  if (wrong.length > 0) return refuse(wrong.slice(0, 100))
  return ok(read.flatMap((one) => (one.ok ? [{ ...one.value, amountFen: String(one.value.amountFen) }] : [])))
}

export const bringRates = action(contract.bringRates, {
  grant: 'benefit.write',
  where: ({ unitCode }) => unitCode,
  refusals: { ...KEEP_REFUSALS, 'no-such-file': 404, unreadable: 422, 'rows-wrong': 422 },
  async run(context, { unitCode, source, head, unit }) {
    const table = await bringTable(context, source, { fields: FIELDS, most: MOST_ROWS, patienceMs: PATIENCE_MS })
    if (!table) return refuse({ code: 'no-such-file' })
    if (!table.ok) return refuse({ code: 'unreadable', sentence: table.refusal })
    const judged = judge(table.value, unit)
    if (!judged.ok) return refuse({ code: 'rows-wrong', rows: judged.refusal })
    const notice = contract.Notice.safeParse({ ...head, rows: judged.value })
    if (!notice.success) return refuse({ code: 'unreadable', sentence: '表里没有一行标准，或超过 200 行，请检查。' })
    const kept = await keepNotice(context, unitCode, notice.data)
    return kept.ok ? ok({ id: kept.value.id, rows: judged.value.length }) : kept
  },
})
