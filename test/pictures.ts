import { crc32, deflateSync } from 'node:zlib'

interface Portrait {
  readonly width?: number
  readonly height?: number
  readonly dpi?: number
  readonly bytes?: number
}

/** A JPEG as the photo of a card is asked for, or not: whole by its segments, with nothing to see on it. */
export function portrait({ width = 352, height = 440, dpi = 300, bytes = 32_000 }: Portrait = {}): Buffer<ArrayBuffer> {
  const two = (value: number) => [value >> 8, value & 255]
  const jfif = Buffer.from([0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 1, ...two(dpi), ...two(dpi), 0, 0])
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, ...two(height), ...two(width), 1, 1, 0x11, 0])
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0])
  const head = Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, frame, scan])
  return Buffer.concat([head, Buffer.alloc(Math.max(0, bytes - head.length - 2), 0x55), Buffer.from([0xff, 0xd9])])
}

/** A PNG that a browser can open, with enough in it to weigh something: stripes and a grain that is always the same. */
export function grainyPng(width: number, height: number): Buffer {
  let grain = 7
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3)
    for (let x = 1; x < row.length; x += 1) {
      grain = (grain * 1_103_515_245 + 12_345) & 0x7fffffff
      row[x] = (x + y + (grain >> 16) * 3) & 255
    }
    return row
  })
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** What people send for a picture: something else under its name, and what some telephones make of one. */
export const NO_PICTURE = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') }
export const OF_A_TELEPHONE = { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0') }
