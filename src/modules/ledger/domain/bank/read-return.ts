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

type ReturnFault =
  | 'head'
  | 'encoding'
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
  | 'too-long'

/** Where a file cannot be believed: nothing of it is taken. */
export interface UnreadableReturn {
  readonly code: 'return-unreadable'
  readonly row: number
  readonly why: ReturnFault
}

export interface ReturnReader {
  /** Takes the next row, without its end; gives what it says of a line, where nothing was wrong until here. */
  take(row: string): ReturnLine | undefined
  /** After the last row: whose file it was and how many lines it had, or the first reason not to believe it. */
  end(): Result<{ readonly batchId: string; readonly count: number }, UnreadableReturn>
}

/** More lines than a batch has. */
export const MOST_LINES = 1_000_000

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const OUTCOMES = { 已付: 'paid', 退回: 'returned' } as const

/**
 * Reads a return file row by row (docs/bank-files.md): head, lines, and a foot with their number and sum, without which it may
 * have been cut. Lines may come in any order and be only some of the batch. A file with one wrong line is not taken at all:
 * that it was cut off says more than the torn line, so that it is read to its end.
 */
export function openReturnReader(): ReturnReader {
  const seen = new Set<bigint>()
  const state = { row: 0, blanks: 0, batchId: '', sumFen: 0n, foot: 0, fault: undefined as UnreadableReturn | undefined }
  const fail = (why: ReturnFault, row = state.row): undefined => {
    state.fault ??= { code: 'return-unreadable', row, why }
  }
  const head = (row: string): undefined => {
    // A letter that UTF-8 does not have: a spreadsheet or the bank wrote another encoding, and no row of it can be read.
    if (row.includes('\uFFFD')) return fail('encoding')
    const [mark, version, batchId = ''] = row.replace(/^\uFEFF/, '').split(',')
    if (mark !== '归队回单' || version !== '1' || !UUID.test(batchId)) fail('head')
    state.batchId = batchId
  }
  const foot = (row: string): undefined => {
    state.foot = state.row
    const [, count, sum = ''] = row.split(',')
    const total = parseFen(sum)
    if (count !== String(seen.size)) fail('count')
    else if (!total.ok || total.value !== state.sumFen) fail('sum')
  }
  const line = (row: string): ReturnLine | undefined => {
    if (state.fault) return undefined
    const read = readLine(row, state.row)
    if (!read.ok) return fail(read.refusal)
    const key = keyOf(read.value.lineId)
    if (seen.has(key)) return fail('twice')
    if (seen.size === MOST_LINES) return fail('too-long')
    seen.add(key)
    state.sumFen += read.value.amountFen
    return read.value
  }
  return {
    take(row) {
      state.row += 1
      if (row === '') {
        state.blanks += 1
        return undefined
      }
      const blankRow = state.row - state.blanks
      const wereBlank = state.blanks > 0
      state.blanks = 0
      if (state.row === 1) return head(row)
      if (state.foot > 0) {
        // What follows the foot says more than anything before it.
        if (state.fault?.why !== 'after-foot') state.fault = { code: 'return-unreadable', row: state.foot + 1, why: 'after-foot' }
        return undefined
      }
      if (wereBlank) fail(blankRow === 1 ? 'head' : 'shape', blankRow)
      return row.startsWith('合计,') ? foot(row) : line(row)
    },
    end() {
      if (state.fault?.why === 'encoding') return refuse(state.fault)
      if (state.fault?.why === 'head' || state.batchId === '') return refuse({ code: 'return-unreadable', row: 1, why: 'head' })
      if (state.foot === 0) return refuse({ code: 'return-unreadable', row: state.row - state.blanks, why: 'cut-off' })
      return state.fault ? refuse(state.fault) : ok({ batchId: state.batchId, count: seen.size })
    },
  }
}

/** A number instead of a text that holds on to the piece of the file it was cut from: there may be a million. */
const keyOf = (lineId: string): bigint => BigInt(`0x${lineId.replaceAll('-', '')}`)

function readLine(text: string, row: number): Result<ReturnLine, ReturnFault> {
  const cells = text.split(',')
  const [lineId = '', amount = '', said = '', reason = ''] = cells
  if (cells.length !== 4) return refuse('shape')
  if (!UUID.test(lineId)) return refuse('line-id')
  const fen = parseFen(amount)
  if (!fen.ok || fen.value <= 0n) return refuse('amount')
  if (said !== '已付' && said !== '退回') return refuse('outcome')
  if ((said === '退回') !== (reason.trim() !== '')) return refuse('reason')
  return ok({ row, lineId, amountFen: fen.value, outcome: OUTCOMES[said], reason: reason.trim().slice(0, 200) })
}
