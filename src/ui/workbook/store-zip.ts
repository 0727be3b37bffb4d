const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})

/** CRC-32 as ZIP wants it (APPNOTE 4.4.7). */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

/** The 1st of January 1980: files of the same content are the same bytes. */
const DOS_DAY = 0x21

function record(size: number, fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(size))
  for (const [at, bytes, value] of fields) bytes === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true)
  return new Uint8Array(view.buffer)
}

/** Files in one archive, stored and not compressed (ZIP APPNOTE 4.3). For a few small files. */
export function storeZip(files: readonly { name: string; text: string }[]): Blob {
  const encoder = new TextEncoder()
  const bodies: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const { name, text } of files) {
    const [title, body] = [encoder.encode(name), encoder.encode(text)]
    const sum = crc32(body)
    const shared = (at: number) =>
      [
        [at, 2, 20],
        [at + 8, 2, DOS_DAY],
        [at + 10, 4, sum],
        [at + 14, 4, body.length],
        [at + 18, 4, body.length],
        [at + 22, 2, title.length],
      ] as const
    bodies.push(record(30, [[0, 4, 0x04034b50], ...shared(4)]), title, body)
    directory.push(record(46, [[0, 4, 0x02014b50], [4, 2, 20], ...shared(6), [42, 4, offset]]), title)
    offset += 30 + title.length + body.length
  }
  const length = directory.reduce((sum, { length }) => sum + length, 0)
  const end = record(22, [
    [0, 4, 0x06054b50],
    [8, 2, files.length],
    [10, 2, files.length],
    [12, 4, length],
    [16, 4, offset],
  ])
  return new Blob([...bodies, ...directory, end], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}
