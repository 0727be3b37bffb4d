import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from './split-text.ts'

const wordsOf = (content: Buffer): string => Buffer.from(content).swap16().toString('utf16le')
const joined = (text: string): string => {
  const parts = splitText(text, 7)
  return parts.map(({ content, total }) => wordsOf(total > 1 ? content.subarray(6) : content)).join('')
}

test('seventy characters are one part without a header, seventy-one are two', () => {
  expect(splitText('字'.repeat(70), 7).map(({ content }) => content.length)).toEqual([140])
  expect(splitText('字'.repeat(71), 7).map(({ content }) => content.length)).toEqual([140, 6 + 4 * 2])
})

test('each part says which text it belongs to, of how many it is, and which', () => {
  const heads = splitText('字'.repeat(150), 0x139).map(({ content }) => content.subarray(0, 6).toString('hex'))

  expect(heads).toEqual(['050003390301', '050003390302', '050003390303'])
})

test('an emoji at the edge goes into the next part whole', () => {
  const [first, second] = splitText(`${'字'.repeat(66)}👍${'字'.repeat(10)}`, 7)

  expect(wordsOf(first?.content.subarray(6) ?? Buffer.alloc(0))).toBe('字'.repeat(66))
  expect(wordsOf(second?.content.subarray(6) ?? Buffer.alloc(0))).toBe(`👍${'字'.repeat(10)}`)
})

test('whatever is said arrives as it was said, in parts that fit and never begin in the middle of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const parts = splitText(text, 7)
      expect(joined(text)).toBe(text)
      expect(parts.every(({ content }) => content.length <= 140)).toBe(true)
      expect(parts.every(({ content, total }) => !/^[\udc00-\udfff]/.test(wordsOf(total > 1 ? content.subarray(6) : content)))).toBe(true)
    }),
  )
})

test('a text for which ten parts are too few is a mistake of whoever wrote it', () => {
  expect(splitText('字'.repeat(670), 7)).toHaveLength(10)
  expect(() => splitText('字'.repeat(671), 7)).toThrow(/671 characters/)
})
