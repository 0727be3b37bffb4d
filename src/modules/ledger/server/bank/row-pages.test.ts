import { expect, test } from 'vitest'
import { allOf } from '../../../../../test/all-of.ts'
import { rowPages } from './row-pages.ts'

const END = Buffer.from([0xff, 0xff])
const NULL = Buffer.from([0xff, 0xff, 0xff, 0xff])

function row(...fields: readonly (string | null)[]): Buffer {
  const head = Buffer.alloc(2)
  head.writeInt16BE(fields.length)
  const written = fields.map((text) => {
    if (text === null) return NULL
    const length = Buffer.alloc(4)
    length.writeInt32BE(Buffer.byteLength(text))
    return Buffer.concat([length, Buffer.from(text)])
  })
  return Buffer.concat([head, ...written])
}

const ROWS = Array.from({ length: 50 }, (_, no) => row(`第 ${no} 行`, no % 3 ? null : '', 'x'.repeat(no)))
const STREAM = Buffer.concat([Buffer.alloc(19), ...ROWS, END])

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test.each([1, 2, 7, 19, 100, 10_000])('rows are whole on their pages, wherever the stream is cut (%i bytes)', async (size) => {
  const pages = await allOf(rowPages(inPieces(STREAM, size), 300))

  expect(Buffer.concat(pages.map(({ rows }) => rows))).toEqual(Buffer.concat(ROWS))
  expect(pages.reduce((sum, { count }) => sum + count, 0)).toBe(ROWS.length)
  let first = 0
  for (const { rows, count } of pages) {
    expect(Buffer.from(rows)).toEqual(Buffer.concat(ROWS.slice(first, first + count)))
    first += count
  }
})

test('no rows are no page', async () => {
  expect(await allOf(rowPages(inPieces(Buffer.concat([Buffer.alloc(19), END]), 5)))).toEqual([])
})

test.each([1, 2, 3, 40])('a stream that lacks its last bytes (%i) is a fault', async (missing) => {
  await expect(allOf(rowPages(inPieces(STREAM.subarray(0, -missing), 64)))).rejects.toThrow('cut off')
})
