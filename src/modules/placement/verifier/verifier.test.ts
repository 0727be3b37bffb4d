import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson, spell } from './read-json.ts'
import { sentenceOf } from './sentence.ts'
import { hashText, keyedHash, sha256 } from './sha-256.ts'
import { checkReceipt, locate, readReceipt, verifyRecord } from './verify.ts'

describe('hashes of its own', () => {
  test('SHA-256 is that of node:crypto for every length around a block', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256)
      expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
    expect(hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test.each(['', '号码 3', 'x'.repeat(40)])('HMAC under 32 bytes and "%s" is that of node:crypto', (text) => {
    const key = Buffer.concat([Buffer.from('5e'.repeat(32), 'hex'), Buffer.from(text)])

    expect(keyedHash('5e'.repeat(32), text)('签')).toBe(createHmac('sha256', key).update('签').digest('hex'))
  })
})

describe('two hashes in a sentence', () => {
  const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  const said = (due: string) => sentenceOf({ code: 'chain', at: 'links[1]', said: hash, due }).zh

  test('are shown by their beginnings where these differ', () => {
    expect(said(`c${hash.slice(1)}`)).toContain('记录写的是 ba7816bf8f01…，应为 ca7816bf8f01…')
  })

  test.each([12, 40, 57, 63])('are shown where they part: at letter %i', (at) => {
    const [, one, other] =
      /记录写的是 (\S+)，应为 (\S+)。/.exec(said(`${hash.slice(0, at)}${hash.charAt(at) === '0' ? '1' : '0'}${hash.slice(at + 1)}`)) ?? []

    expect(one).not.toBe(other)
    expect(hash).toContain(one?.replaceAll('…', ''))
  })
})

describe('reading', () => {
  test('whatever JSON wrote of whole numbers is read as JSON reads it', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        fc.maxSafeInteger(),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.array(tie('node')),
        fc.dictionary(fc.string(), tie('node')),
      ),
    })).node
    fc.assert(
      fc.property(value, fc.boolean(), (held, isSpaced) => {
        const text = JSON.stringify(held, undefined, isSpaced ? 2 : 0)
        const read = readJson(text)

        expect('value' in read && spell(read.value)).toBe(spell(JSON.parse(text)))
      }),
    )
  })

  test.each([
    ['{"a":1', 'ends-too-soon', 6],
    ['{"a":"岗', 'ends-too-soon', 7],
    ['{"a":tr', 'ends-too-soon', 7],
    ['', 'ends-too-soon', 0],
    ['{"a":1,}', 'is-not-json', 7],
    ['{"a":01}', 'is-not-json', 6],
    ['{"a":1,"a":2}', 'key-twice', 7],
    ['[1.0]', 'is-no-whole-number', 1],
    ['[1e3]', 'is-no-whole-number', 1],
    ['[-0]', 'is-no-whole-number', 1],
    ['[9007199254740993]', 'is-no-whole-number', 1],
    ['{} {}', 'goes-on', 3],
  ])('%s: %s', (text, why, offset) => {
    expect(readJson(text)).toEqual({ fault: { why, offset } })
  })

  test('a field is found in the text by its path, in lines, columns and bytes', () => {
    const text = '{\n  "title": "选岗",\n  "lots": ["a", "b"]\n}'

    expect(locate(text, 'lots[1]')).toEqual({ line: 3, column: 17, byte: 39 })
    expect(locate(text, 'lots[7]')).toBeUndefined()
    expect(locate(text, 0)).toEqual({ line: 1, column: 1, byte: 0 })
  })
})

describe('what is no record', () => {
  test('an empty file, another document and a receipt are told apart from a record', () => {
    expect(verifyRecord('').findings[0]).toMatchObject({ code: 'text', why: 'ends-too-soon' })
    expect(verifyRecord('{}').findings[0]).toMatchObject({ code: 'shape', at: 'format' })
    expect(verifyRecord('{"format":"guidui-placement-record/2"}').findings[0]).toMatchObject({ code: 'shape', at: 'format' })
    expect(verifyRecord('{"favour":1}').findings[0]).toMatchObject({ code: 'shape', at: 'favour' })
  })

  test('a receipt whose pseudonym is somebody else’s is none of its holder', () => {
    const told = {
      format: 'guidui-placement-receipt/1',
      round: 'r',
      commitment: 'aa'.repeat(32),
      person: '17',
      salt: 'bb'.repeat(32),
      links: [],
    }
    const pseudonym = hashText(`guidui/pseudonym/1\n{"person":"17","round":"r","salt":"${'bb'.repeat(32)}"}`)

    const [own, other] = [pseudonym, 'cc'.repeat(32)].map((one) => readReceipt(JSON.stringify({ ...told, pseudonym: one })))

    expect(own && checkReceipt(own)).toBeUndefined()
    expect(other && checkReceipt(other)?.code).toBe('receipt')
    expect(readReceipt(JSON.stringify(told))).toBeUndefined()
  })
})

test('every finding has a sentence in Chinese and in English that says where', () => {
  const why = 'not-your-turn'
  const { zh, en } = sentenceOf({ code: 'step', at: 'links[7].what', why })

  expect(zh).toBe('“links[7].what”：这一步不合规则：没有轮到此人。')
  expect(en).toBe('“links[7].what”: this step is against the rules: it was somebody else’s turn.')
  expect(sentenceOf({ code: 'shape', at: 'opening.draw' }).zh).toBe('“opening.draw”：这个字段缺失、多余或写法不对。')
  expect(sentenceOf({ code: 'shape', at: '' }).zh).toBe('这个字段缺失、多余或写法不对。')
})

test('it runs where there is no Node: no file of it imports anything but its own', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts'))

  for (const file of files) {
    const imports = readFileSync(join(import.meta.dirname, file), 'utf8').match(/from '([^']+)'/g) ?? []
    expect(imports.filter((one) => !one.startsWith("from './"))).toEqual([])
  }
})
