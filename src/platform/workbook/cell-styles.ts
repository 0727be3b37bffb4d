import { readXml } from './xml-scanner.ts'
import { attribute } from './xml-text.ts'

/** How a number is shown: as it is, as a day, as day and time, as a time, or with leading zeros up to a width. */
export type NumberLook = 'plain' | 'day' | 'moment' | 'time' | { readonly zeros: number }

/** Built-in formats 14–22 and 45–47 everywhere; 27–36 and 50–58 are the Chinese, Japanese and Korean days (ECMA-376 part 1, 18.8.30). */
function builtIn(id: number): NumberLook {
  if (id === 22) return 'moment'
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id === 55 || id === 56) return 'time'
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : 'plain'
}

/** The look of a written format code such as `yyyy"年"m"月"d"日"`, `[$-804]aaaa`, `h:mm` or `000000`. */
export function lookOf(code: string): NumberLook {
  const first = code.split(';')[0] ?? ''
  if (/^0{2,18}$/.test(first)) return { zeros: first.length }
  const isElapsed = /\[[hms]+\]/i.test(first)
  const letters = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/General|G\/通用格式|AM\/PM|A\/P/gi, '')
  const [hasDay, hasTime] = [/[yd]|aaa/i.test(letters), isElapsed || /[hs]/i.test(letters)]
  if (hasDay) return hasTime ? 'moment' : 'day'
  if (hasTime) return 'time'
  return /m/i.test(letters) ? 'day' : 'plain'
}

/** Reads styles.xml: the look of each cell format (cellXfs), by index. */
export async function readLooks(bytes: AsyncIterable<Buffer>): Promise<readonly NumberLook[]> {
  const written = new Map<number, NumberLook>()
  const looks: NumberLook[] = []
  let isCellFormats = false
  await readXml(bytes, {
    open(name, attributes, isEmpty) {
      if (name === 'numFmt') written.set(Number(attribute(attributes, 'numFmtId')), lookOf(attribute(attributes, 'formatCode') ?? ''))
      if (name === 'cellXfs') isCellFormats = !isEmpty
      if (name !== 'xf' || !isCellFormats || looks.length >= 65_536) return
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      looks.push(written.get(id) ?? builtIn(id))
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false
    },
    text() {},
  })
  return looks
}
