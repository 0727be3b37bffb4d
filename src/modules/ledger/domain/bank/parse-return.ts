import { parseFen } from '../../../../kernel/fen.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'

/** What a bank says of one line. */
export interface ReturnLine {
  /** Of the file, from 1. */
  readonly row: number
  readonly lineId: string
  readonly amountFen: bigint
  readonly outcome: 'paid' | 'returned'
  /** Why it came back, in the bank's words; empty where it was paid. */
  readonly reason: string
}

export type ReturnFault =
  | 'head'
  | 'shape'
  | 'line-id'
  | 'amount'
  | 'outcome'
  | 'reason'
  | 'twice'
  | 'cut-off'
  | 'count'
  | 'sum'
  | 'after-foot'

/** Where a file cannot be believed: nothing of it is taken. */
export interface UnreadableReturn {
  readonly code: 'return-unreadable'
  readonly row: number
  readonly why: ReturnFault
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const OUTCOMES = { 已付: 'paid', 退回: 'returned' } as const

/**
 * Reads a return file (docs/bank-files.md): head, lines, and a foot with their number and sum, without which it may have been
 * cut. Lines may come in any order and be only some of the batch. A file with one wrong line is not taken at all.
 */
export function parseReturn(text: string): Result<{ batchId: string; lines: readonly ReturnLine[] }, UnreadableReturn> {
  const rows = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  while (rows.at(-1) === '') rows.pop()
  const [mark, version, batchId = ''] = (rows[0] ?? '').split(',')
  if (mark !== '归队回单' || version !== '1' || !UUID.test(batchId)) return unreadable(1, 'head')
  const foot = rows.findIndex((row) => row.startsWith('合计,'))
  if (foot === -1) return unreadable(rows.length, 'cut-off')
  if (foot !== rows.length - 1) return unreadable(foot + 2, 'after-foot')
  const lines: ReturnLine[] = []
  const seen = new Set<string>()
  for (const [at, row] of rows.slice(1, foot).entries()) {
    const line = parseLine(row, at + 2)
    if (!line.ok) return line
    if (seen.has(line.value.lineId)) return unreadable(at + 2, 'twice')
    seen.add(line.value.lineId)
    lines.push(line.value)
  }
  const [, count, sum = ''] = (rows[foot] ?? '').split(',')
  if (count !== String(lines.length)) return unreadable(foot + 1, 'count')
  const total = parseFen(sum)
  if (!total.ok || total.value !== lines.reduce((all, { amountFen }) => all + amountFen, 0n)) return unreadable(foot + 1, 'sum')
  return ok({ batchId, lines })
}

const unreadable = (row: number, why: ReturnFault): Result<never, UnreadableReturn> => refuse({ code: 'return-unreadable', row, why })

function parseLine(text: string, row: number): Result<ReturnLine, UnreadableReturn> {
  const cells = text.split(',')
  const [lineId = '', amount = '', said = '', reason = ''] = cells
  if (cells.length !== 4) return unreadable(row, 'shape')
  if (!UUID.test(lineId)) return unreadable(row, 'line-id')
  const fen = parseFen(amount)
  if (!fen.ok || fen.value <= 0n) return unreadable(row, 'amount')
  if (said !== '已付' && said !== '退回') return unreadable(row, 'outcome')
  if ((said === '退回') !== (reason.trim() !== '')) return unreadable(row, 'reason')
  return ok({ row, lineId, amountFen: fen.value, outcome: OUTCOMES[said], reason: reason.trim().slice(0, 200) })
}
