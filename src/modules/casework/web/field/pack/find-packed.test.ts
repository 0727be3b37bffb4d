import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PackedPerson } from '../../../contract.ts'
import { findPacked, partOf } from './find-packed.ts'

const salt = '0190a000-0000-7000-8000-00000000000a'
const key = (part: string) => createHash('sha256').update(`${salt} ${part}`).digest('base64url').slice(0, 8)
const packed = (nameMasked: string, parts: string[]) => ({ nameMasked, keys: parts.map(key) }) as unknown as PackedPerson
const people = [packed('周*国', ['周', '建国', 'zh', 'zjg', '7788', '001x']), packed('冉*明', ['冉', 'ran', 'rqm', '1234'])]

test.each([
  ['周', ['周*国']],
  ['建国', ['周*国']],
  ['RQM', ['冉*明']],
  ['10055557788', ['周*国']],
  ['001X', ['周*国']],
  ['王', []],
])('%s finds %j by sums alone, as the server made them', async (query, names) => {
  expect((await findPacked(people, { query, salt, limit: 8 })).map(({ nameMasked }) => nameMasked)).toEqual(names)
})

test.each([
  ['778', undefined],
  [' ', undefined],
  ['990112196206150017', '0017'],
  ['买买提·吐尔逊江', '买买提吐尔逊'],
  ['Zhou', 'zhou'],
])('of %j the part %s is looked for', (query, part) => {
  expect(partOf(query)).toBe(part)
})
