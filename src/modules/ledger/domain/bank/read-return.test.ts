import { describe, expect, test } from 'vitest'
import { openReturnReader, type ReturnLine } from './read-return.ts'

const [BATCH, ONE, OTHER] = [1, 2, 3].map((at) => `01900000-0000-7000-8000-00000000000${at}`) as [string, string, string]
const file = (...rows: readonly string[]) => rows.join('\r\n')
/** All rows of a text, and what is said of it at its end. */
function parse(text: string) {
  const reader = openReturnReader()
  const lines: ReturnLine[] = []
  for (const row of text.replaceAll('\r\n', '\n').split('\n')) {
    const line = reader.take(row)
    if (line) lines.push(line)
  }
  const end = reader.end()
  return end.ok ? { ...end, lines } : end
}
const head = `归队回单,1,${BATCH}`

describe('a return file', () => {
  test('tells of each line whether it was paid or came back, and why', () => {
    const read = parse(file(head, `${OTHER},7.00,退回,账号户名不符`, `${ONE},3.50,已付,`, '合计,2,10.50', ''))

    expect(read).toEqual({
      ok: true,
      value: { batchId: BATCH, count: 2 },
      lines: [
        { row: 2, lineId: OTHER, amountFen: 700n, outcome: 'returned', reason: '账号户名不符' },
        { row: 3, lineId: ONE, amountFen: 350n, outcome: 'paid', reason: '' },
      ],
    })
  })

  /** The head of a file in GBK as it reads in UTF-8. */
  const asGbkIsRead = head.replace('归队回单', '\uFFFD\uFFFD\uFFFD\u04FB\u0635\uFFFD')
  const whole = file(head, `${ONE},3.50,已付,`, `${OTHER},7.00,退回,销户`, '合计,2,10.50', '')
  test('cut anywhere is never believed', () => {
    for (let length = 0; length < whole.length - 3; length += 1) expect(parse(whole.slice(0, length)).ok, String(length)).toBe(false)
  })

  test.each([
    ['of another kind', 1, 'head', ['序号,行号']],
    ['in another encoding', 1, 'encoding', [asGbkIsRead, `${ONE},3.50,\uFFFD\u0478,`, '\uFFFD\u03FC\uFFFD,1,3.50']],
    ['cut between lines', 2, 'cut-off', [head, `${ONE},3.50,已付,`]],
    ['with a line cut short', 2, 'shape', [head, `${ONE},3.5`, '合计,1,3.50']],
    ['with a line that names nothing', 2, 'line-id', [head, 'x,3.50,已付,', '合计,1,3.50']],
    ['with an amount finer than a fen', 2, 'amount', [head, `${ONE},3.505,已付,`, '合计,1,3.50']],
    ['with a negative amount', 2, 'amount', [head, `${ONE},-3.50,已付,`, '合计,1,-3.50']],
    ['with an outcome nobody knows', 2, 'outcome', [head, `${ONE},3.50,处理中,`, '合计,1,3.50']],
    ['that sends back without a reason', 2, 'reason', [head, `${ONE},3.50,退回,`, '合计,1,3.50']],
    ['with a line twice', 3, 'twice', [head, `${ONE},3.50,已付,`, `${ONE},3.50,退回,销户`, '合计,2,7.00']],
    ['whose number is wrong', 3, 'count', [head, `${ONE},3.50,已付,`, '合计,2,3.50']],
    ['whose sum is one fen off', 3, 'sum', [head, `${ONE},3.50,已付,`, '合计,1,3.51']],
    ['with an empty row inside', 3, 'shape', [head, `${ONE},3.50,已付,`, '', `${OTHER},1.00,已付,`, '合计,2,4.50']],
    ['that begins with an empty row', 1, 'head', ['', head, `${ONE},3.50,已付,`, '合计,1,3.50']],
    ['with a wrong line and cut after it', 3, 'cut-off', [head, 'x,3.50,已付,', `${ONE},3.5`]],
    ['that goes on after its foot', 4, 'after-foot', [head, `${ONE},3.50,已付,`, '合计,1,3.50', `${OTHER},1.00,已付,`]],
  ])('%s is refused, and the row named', (_, row, why, rows) => {
    expect(parse(file(...rows))).toEqual({ ok: false, refusal: { code: 'return-unreadable', row, why } })
  })
})
