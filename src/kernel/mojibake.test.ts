import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMojibake } from './mojibake.ts'

const misread = (text: string, codePage: 'gbk' | 'windows-1252') => new TextDecoder(codePage).decode(new TextEncoder().encode(text))

test.each(['张三', '优抚对象', '张三，男 18'])('%s read as GBK is read rightly again', (text) => {
  expect(findMojibake(misread(text, 'gbk'))).toEqual({ kind: 'repaired', misreadAs: 'gbk', text })
})

test('张三 read as Windows-1252 or as Latin-1 is read rightly again', () => {
  const latin1 = String.fromCharCode(...new TextEncoder().encode('张三'))

  expect(findMojibake(misread('张三', 'windows-1252'))).toEqual({ kind: 'repaired', misreadAs: 'latin1', text: '张三' })
  expect(findMojibake(latin1)).toEqual({ kind: 'repaired', misreadAs: 'latin1', text: '张三' })
})

test.each(['退役军人事务', '周建国、刘', '锟斤拷', '张\ufffd'])('%s, misread with bytes lost, is told but not guessed', (text) => {
  const seen = /[锟\ufffd]/.test(text) ? text : misread(text, 'gbk').replace(/.$/u, '?')

  expect(findMojibake(seen)).toEqual({ kind: 'lost' })
})

test.each(['', '周建国', '联通', 'Zhang San', '渝北区双凤桥街道', 'café', '¥300', '张三（男）', '宓卞安', '𠮷野', '？'])(
  '%s is clean',
  (text) => {
    expect(findMojibake(text)).toEqual({ kind: 'clean' })
  },
)

/** The 3,755 characters of GB 2312 level 1: what names and addresses are written in. */
const ordinary = fc
  .tuple(fc.integer({ min: 0xb0, max: 0xd6 }), fc.integer({ min: 0xa1, max: 0xfe }))
  .map((pair) => new TextDecoder('gbk').decode(Uint8Array.from(pair)))

test('ordinary Chinese is never taken for a misreading', () => {
  fc.assert(
    fc.property(fc.array(ordinary, { minLength: 2, maxLength: 12 }), (characters) => {
      expect(findMojibake(characters.join(''))).toEqual({ kind: 'clean' })
    }),
    { numRuns: 2_000 },
  )
})

test('whatever is told as repaired, misread again, is what was seen', () => {
  fc.assert(
    fc.property(fc.array(ordinary, { minLength: 1, maxLength: 12 }), (characters) => {
      const seen = misread(characters.join(''), 'gbk')
      const found = findMojibake(seen)

      expect(found.kind).not.toBe('clean')
      if (found.kind === 'repaired') expect(found.text).toBe(characters.join(''))
    }),
  )
})
