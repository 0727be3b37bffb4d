/** What a JPEG says of itself: pixels, and dots an inch where it says so. */
export interface PhotoSize {
  readonly width: number
  readonly height: number
  readonly dpi?: number
}

const JFIF = Buffer.from('JFIF\0')
const [APP0, SOS] = [0xe0, 0xda]
/** Start of frame: C0 to CF but for the tables among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const CENTIMETRES_AN_INCH = 2.54

/** Reads the size of a JPEG that was found whole; undefined where it names none. */
export function measurePhoto(bytes: Buffer): PhotoSize | undefined {
  let dpi: number | undefined
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (marker === SOS) return undefined
    if (marker === APP0) dpi = densityOf(bytes.subarray(at + 4)) ?? dpi
    if (isFrame(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), ...(dpi === undefined ? {} : { dpi }) }
  }
  return undefined
}

/** Dots an inch of a JFIF segment; undefined where it only says how wide a dot is to its height. */
function densityOf(segment: Buffer): number | undefined {
  if (segment.length < 12 || !segment.subarray(0, JFIF.length).equals(JFIF)) return undefined
  const [unit, across] = [segment[7], segment.readUInt16BE(8)]
  if (unit === 1) return across
  return unit === 2 ? Math.round(across * CENTIMETRES_AN_INCH) : undefined
}
