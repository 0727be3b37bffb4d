import type { Budgets } from './budgets.ts'
import { stopReading } from './stop-reading.ts'
import { decodeXml, scanXml, type XmlHandler } from './xml-scanner.ts'

const SLAB = 4 * 1_048_576
/** Recently used texts: 男, 女 and the like come a million times. */
const RECENT = 8_192

export type SharedStrings = { readonly count: number; readonly get: (index: number) => string | undefined }

/** `_x000D_` is how the format spells characters XML cannot hold; `_x005F_` protects an underscore. */
export const unescapeControl = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** Texts as UTF-8 in slabs outside the JavaScript heap: six million of them take a quarter of what strings would. */
function createStore(budgets: Budgets) {
  const slabs: Buffer[] = []
  let starts = new Uint32Array(4_096)
  let [count, used] = [0, 0]
  const recent: { index: number; text: string }[] = []

  const write = (bytes: Buffer): void => {
    for (let at = 0; at < bytes.length; ) {
      if (used === slabs.length * SLAB) slabs.push(Buffer.allocUnsafeSlow(SLAB))
      const written = bytes.copy(slabs[Math.floor(used / SLAB)] ?? Buffer.alloc(0), used % SLAB, at)
      at += written
      used += written
    }
  }

  const read = (start: number, end: number): string => {
    const [first, last] = [Math.floor(start / SLAB), Math.floor(Math.max(start, end - 1) / SLAB)]
    if (first === last) return slabs[first]?.toString('utf8', start % SLAB, (start % SLAB) + end - start) ?? ''
    const pieces = slabs.slice(first, last + 1)
    return Buffer.concat(pieces).toString('utf8', start % SLAB, (start % SLAB) + end - start)
  }

  return {
    add(text: string): void {
      if (count + 1 > budgets.sharedStrings) stopReading({ code: 'too-many-strings', limit: budgets.sharedStrings })
      if (count + 1 >= starts.length) {
        const grown = new Uint32Array(starts.length * 2)
        grown.set(starts)
        starts = grown
      }
      write(Buffer.from(text, 'utf8'))
      if (used > budgets.sharedStringBytes) stopReading({ code: 'too-many-strings', limit: budgets.sharedStringBytes })
      count++
      starts[count] = used
    },
    count: () => count,
    get(index: number): string | undefined {
      if (!(index >= 0 && index < count)) return undefined
      const kept = recent[index % RECENT]
      if (kept?.index === index) return kept.text
      const text = read(starts[index] ?? 0, starts[index + 1] ?? 0)
      recent[index % RECENT] = { index, text }
      return text
    },
  }
}

/** Reads sharedStrings.xml. Rich text becomes its plain text; phonetic guides (rPh) are left out. */
export async function readSharedStrings(bytes: AsyncIterable<Buffer>, budgets: Budgets): Promise<SharedStrings> {
  const store = createStore(budgets)
  let [text, isText, isGuide] = ['', false, false]
  const handler: XmlHandler = {
    open(name, _, isEmpty) {
      if (name === 'si') text = ''
      if (name === 'si' && isEmpty) store.add('')
      if (name === 'rPh') isGuide = !isEmpty
      isText = name === 't' && !isEmpty && !isGuide
    },
    text(piece) {
      if (isText && text.length <= 2 * budgets.cellLength) text += piece
    },
    close(name) {
      isText = false
      if (name === 'rPh') isGuide = false
      if (name === 'si') store.add(unescapeControl(text))
    },
  }
  const scanner = scanXml(handler)
  for await (const chunk of decodeXml(bytes)) scanner.feed(chunk)
  scanner.finish()
  return { count: store.count(), get: store.get }
}
