import { cellsOf, type RowBatch } from './row-batch.ts'

/** Sums; who made, checked and signed the table; remarks. */
const FOOTING =
  /^((本页|本村|本社区|本街道|本镇)?(合计|总计|小计|共计|累计)([（(:：\d].*)?$|(制表|填表|填报|统计|录入|审核|复核|审批|经办|单位负责|分管领导|联系)(人|人员|者|单位|时间|日期|电话|签字|签名)?[:：]|(注|备注|说明|填表说明)[:：])/

const CITIZEN_ID = /^(\d{15}|\d{17}[\dXx])$/

/** A line of a list that is none of its rows: its first words say so, and no id number stands in it. */
export function isFooting(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '')?.replace(/\s/g, '') ?? ''
  return FOOTING.test(first) && !cells.some((cell) => CITIZEN_ID.test(cell.trim()))
}

/** The batch without its footings: their cells are passed over, its text stays as it is. Nearly every batch is its own answer. */
export function withoutFootings(batch: RowBatch): RowBatch {
  const kept: number[] = []
  for (let row = 0; row < batch.rowNumbers.length; row += 1) if (!isFooting(cellsOf(batch, row))) kept.push(row)
  return kept.length === batch.rowNumbers.length ? batch : onlyRows(batch, kept)
}

function onlyRows(batch: RowBatch, rows: readonly number[]): RowBatch {
  const [bounds, rowStarts, cellNow]: [number[], number[], Map<number, number>] = [[], [0], new Map()]
  for (const row of rows) {
    for (let cell = batch.rowStarts[row] ?? 0; cell < (batch.rowStarts[row + 1] ?? 0); cell += 1) {
      cellNow.set(cell, bounds.length / 2)
      bounds.push(batch.bounds[2 * cell] ?? 0, batch.bounds[2 * cell + 1] ?? 0)
    }
    rowStarts.push(bounds.length / 2)
  }
  return {
    ...batch,
    bounds: new Uint32Array(bounds),
    rowStarts: new Uint32Array(rowStarts),
    rowNumbers: new Uint32Array(rows.map((row) => batch.rowNumbers[row] ?? 0)),
    notes: batch.notes.flatMap(({ cell, note }) => {
      const now = cellNow.get(cell)
      return now === undefined ? [] : [{ cell: now, note }]
    }),
  }
}
