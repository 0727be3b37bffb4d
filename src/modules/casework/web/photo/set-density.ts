const JFIF = [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00]
const [UNIT, ACROSS, DOWN] = [13, 14, 16]
const DOTS_AN_INCH = 1

/** The same JPEG, saying how many dots an inch it has. What a browser draws begins with JFIF; anything else comes back as it is. */
export function setDensity(jpeg: Uint8Array<ArrayBuffer>, dpi: number): Uint8Array<ArrayBuffer> {
  if (!JFIF.every((byte, at) => jpeg[at] === byte)) return jpeg
  const said = jpeg.slice()
  const view = new DataView(said.buffer)
  view.setUint8(UNIT, DOTS_AN_INCH)
  view.setUint16(ACROSS, dpi)
  view.setUint16(DOWN, dpi)
  return said
}
