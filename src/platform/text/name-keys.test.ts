import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyQuery } from './classify-query.ts'
import { type NameKeyKind, nameKeys } from './name-keys.ts'

const keysOf = (name: string, kind: NameKeyKind) =>
  nameKeys(name)
    .filter((key) => key.kind === kind)
    .map(({ key }) => key)

/** Whether a search finds a person, as the database will decide it: by what the key rows begin with. */
function finds(query: string, name: string): boolean {
  const rows = nameKeys(name)
  return classifyQuery(query).some((reading) => {
    if (reading.kind === 'name-part') return rows.some((row) => ['full', 'suffix'].includes(row.kind) && row.key.startsWith(reading.text))
    return 'prefix' in reading && rows.some((row) => row.kind === reading.kind && row.key.startsWith(reading.prefix))
  })
}

test('周建国 yields nine keys', () => {
  expect(keysOf('周建国', 'full')).toEqual(['周建国'])
  expect(keysOf('周建国', 'suffix')).toEqual(['建国', '国'])
  expect(keysOf('周建国', 'pinyin')).toEqual(['zhoujianguo', 'jianguo', 'guo', 'zhoujg'])
  expect(keysOf('周建国', 'initials')).toEqual(['zjg', 'jg'])
})

test('a name has each of its endings as a suffix, without the dot between its parts; one in Latin letters has none', () => {
  expect(keysOf('欧阳建国', 'suffix')).toEqual(['阳建国', '建国', '国'])
  expect(keysOf('买买提·吐尔逊', 'suffix')).toEqual(['买提吐尔逊', '提吐尔逊', '吐尔逊', '尔逊', '逊'])
  expect(keysOf('John Smith', 'suffix')).toEqual([])
})

test.each([
  ['单雄信', 'shanxiongxin'],
  ['仇和', 'qiuhe'],
  ['曾国藩', 'zengguofan'],
  ['解珍', 'xiezhen'],
  ['任长霞', 'renchangxia'],
  ['朴树', 'piaoshu'],
  ['区志强', 'ouzhiqiang'],
  ['查良镛', 'zhaliangyong'],
  ['尉迟恭', 'yuchigong'],
  ['万俟卨', 'moqixie'],
  ['长孙无忌', 'zhangsunwuji'],
  ['吕布', 'lvbu'],
  ['乐毅', 'yueyi'],
])('%s is said %s', (name, said) => {
  expect(keysOf(name, 'pinyin')[0]).toBe(said)
})

describe('whoever is looked for is found', () => {
  test.each([
    ['周建国', '周建国'],
    ['建国', '周建国'],
    ['国', '周建国'],
    ['zhoujianguo', '周建国'],
    ['Zhou Jian', '周建国'],
    ['jianguo', '周建国'],
    ['zjg', '周建国'],
    ['jg', '周建国'],
    ['zhoujg', '周建国'],
    ['ZHOU', '周建国'],
    ['ｚｊｇ', '周建国'],
    ['dan', '单雄信'],
    ['tan', '覃辉'],
    ['lü', '吕布'],
    ['lyu', '吕布'],
    ['le', '乐毅'],
    ['欧阳', '欧阳锋'],
    ['ouyangf', '欧阳锋'],
    ['oyf', '欧阳锋'],
    ['𠮷', '𠮷野家'],
    ['𠮷野', '𠮷野家'],
    ['yejia', '𠮷野家'],
    ['吐尔逊', '买买提·吐尔逊'],
    ['买买提•吐', '买买提·吐尔逊'],
    ['tuerxun', '买买提·吐尔逊'],
    ['smith', 'John Smith'],
    ['john smith', 'John Smith'],
    ['周 建国', '周建国'],
    ['葛城', '葛\u{e0100}城'],
    ['sanab', '张三ab'],
  ])('%s: %s', (query, name) => {
    expect(finds(query, name)).toBe(true)
  })
})

describe('a stranger is not', () => {
  test.each([
    ['周国', '周建国'],
    ['国建', '周建国'],
    ['houjian', '周建国'],
    ['zg', '周建国'],
    ['张', '周建国'],
    ['买吐', '买买提·吐尔逊'],
    ['', '周建国'],
    ['·', '买买提·吐尔逊'],
  ])('%s: %s', (query, name) => {
    expect(finds(query, name)).toBe(false)
  })
})

test.each([
  ['4821', ['phone-tail', 'id-tail']],
  ['821', ['phone-tail']],
  ['10012344821', ['phone-tail', 'id-tail']],
  ['100 1234 4821', ['phone-tail', 'id-tail']],
  ['990112196208010017', ['id-tail']],
  ['００２x', ['id-tail']],
  ['21', []],
  ['9901121962080100171', []],
  ['zjg', ['initials', 'pinyin']],
  ['zhou', ['pinyin']],
  ['z', ['pinyin']],
  ['周', ['name-part']],
  ['周3', []],
  ['%', []],
  ['  ', []],
])('%j is read as %j', (text, kinds) => {
  expect(classifyQuery(text).map(({ kind }) => kind)).toEqual(kinds)
})

test('a name without a single letter or character yields no key', () => {
  expect(nameKeys(' · ')).toEqual([])
})

const character = fc.constantFrom(...'周建国单仇曾欧阳吕覃乐长𠮷㐂䶮王小明丽')
const name = fc.array(character, { minLength: 1, maxLength: 8 })

test('every part of a name finds it, and keys are few and distinct', () => {
  fc.assert(
    fc.property(name, fc.nat(7), fc.integer({ min: 1, max: 8 }), (...[characters, from, length]) => {
      const whole = characters.join('')
      const part = characters.slice(from, from + length).join('')
      const keys = nameKeys(whole).map(({ kind, key }) => `${kind} ${key}`)

      if (part !== '') expect(finds(part, whole)).toBe(true)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.length).toBeLessThanOrEqual(3 * whole.length + 8 * (2 * whole.length + 1))
    }),
  )
})

test('no text whatever makes the reader fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'周x1 ·%_\\\u0000𠮷ü-'), maxLength: 30 }), (text) => {
      expect(Array.isArray(classifyQuery(text))).toBe(true)
      expect(Array.isArray(nameKeys(text))).toBe(true)
    }),
  )
})
