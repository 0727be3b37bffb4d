/** Whole rows of binary COPY, without what stands before the first and after the last. */
export interface RowPage {
  readonly rows: Uint8Array
  readonly count: number
}

/** Signature, flags and the length of an extension that nobody uses. */
const HEADER = 19
/** So many bytes are worth a message to a thread; about 7,000 lines of a batch. */
const PAGE = 1 << 21

/** Where the row that begins at `from` ends, or -1 where it is not all there; the end of the stream is a count of -1 fields. */
function endOf(view: DataView, from: number): number {
  if (from + 2 > view.byteLength) return -1
  const fields = view.getInt16(from)
  let at = from + 2
  for (let field = 0; field < fields; field += 1) {
    if (at + 4 > view.byteLength) return -1
    at += 4 + Math.max(view.getInt32(at), 0)
  }
  return at <= view.byteLength ? at : -1
}

/** The whole rows of some bytes, and how many bytes that was. */
function wholeRows(bytes: Buffer): { count: number; end: number; isLast: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [count, at] = [0, 0]
  for (let end = endOf(view, at); end !== -1; end = endOf(view, at)) {
    if (view.getInt16(at) === -1) return { count, end: at, isLast: true }
    at = end
    count += 1
  }
  return { count, end: at, isLast: false }
}

/** Cuts a stream of binary COPY into pages of whole rows. @throws where it ends in the middle */
export async function* rowPages(chunks: AsyncIterable<Buffer>, page = PAGE): AsyncGenerator<RowPage> {
  let held: Buffer[] = []
  let [length, skip, isOver] = [0, HEADER, false]
  const cut = (): RowPage => {
    const bytes = Buffer.concat(held)
    const { count, end, isLast } = wholeRows(bytes)
    // A copy of the rest: the page goes to a thread, and takes its memory with it.
    held = [Buffer.from(bytes.subarray(end))]
    ;[length, isOver] = [bytes.length - end, isLast]
    return { rows: bytes.subarray(0, end), count }
  }
  for await (const chunk of chunks) {
    const body = chunk.subarray(Math.min(skip, chunk.length))
    skip -= chunk.length - body.length
    held.push(body)
    length += body.length
    if (length >= page) yield cut()
  }
  const last = cut()
  if (last.count > 0) yield last
  if (!isOver) throw new Error('a stream of rows was cut off')
}
