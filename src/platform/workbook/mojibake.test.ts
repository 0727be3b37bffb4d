import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { repairMojibake } from './mojibake.ts'

const WORDS = ['中国', '重庆市渝北区', '凤鸣路社区退役军人服务站', '张大勇', '张玥', '自主就业，现住', 'a1 中国 b']

test.each(WORDS)('%s is restored from UTF-8 read as GBK, as Latin-1 and as Windows-1252, wherever no byte was lost', (word) => {
  const bytes = Buffer.from(word)
  const kept = ['gbk', 'win1252'].filter((encoding) => iconv.encode(iconv.decode(bytes, encoding), encoding).equals(bytes))

  const repaired = [bytes.toString('latin1'), ...kept.map((encoding) => iconv.decode(bytes, encoding))].map(repairMojibake)

  expect(new Set(repaired)).toEqual(new Set([word]))
})

test('GBK read as Latin-1 is restored', () => {
  expect(repairMojibake(iconv.encode('重庆市渝北区', 'gbk').toString('latin1'))).toBe('重庆市渝北区')
})

test.each([
  '张三',
  '綦江',
  '濮阳',
  '涪陵涓滴',
  'José',
  'Zoë',
  '100㎡',
  '№5',
  '闫鑫淼',
  '1. 联通',
  '古丽·阿依',
  '𠮷野家',
  '····',
  '××××',
  '°°°°',
  'Zhang San',
  'café',
  '¥300',
  '张三（男）',
  '宓卞安',
  '？',
  '',
])('%s is left alone', (text) => {
  expect(repairMojibake(text)).toBeUndefined()
})

test('names of common characters are never touched', () => {
  const common = Array.from(
    iconv.decode(Buffer.from(Array.from({ length: 3_755 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]).flat()), 'gb2312'),
  )
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...common), { minLength: 2, maxLength: 6 }), (characters) => {
      expect(repairMojibake(characters.join(''))).toBeUndefined()
    }),
    { numRuns: 3_000 },
  )
})
