const SOI = 0xffd8
const [SOS, APP0, COM] = [0xda, 0xe0, 0xfe]

/**
 * A JPEG without what a camera writes beside the picture: place, time, device, thumbnail (APP1 to APP15, comments). The
 * picture's own bytes stay as they are. Undefined where the bytes are no whole JPEG.
 */
export function barePhoto(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== SOI) return undefined
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker < 0xc0 || end > bytes.length) return undefined
    // From here on there is nothing but the picture.
    if (marker === SOS) return endsWhole(bytes) ? Buffer.concat([...kept, bytes.subarray(at, pictureEnd(bytes))]) : undefined
    if (marker !== COM && (marker < APP0 + 1 || marker > APP0 + 15)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

const EOI = Buffer.from([0xff, 0xd9])

const endsWhole = (bytes: Buffer): boolean => bytes.lastIndexOf(EOI) > 0

/** What stands behind the end of the picture (another picture, a film) is left aside. */
const pictureEnd = (bytes: Buffer): number => bytes.lastIndexOf(EOI) + EOI.length
