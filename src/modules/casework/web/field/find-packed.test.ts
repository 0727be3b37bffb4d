import { expect, test } from 'vitest'
import type { PackedPerson } from '../../contract.ts'
import { findPacked } from './find-packed.ts'

const packed = (name: string, keys: string[]) => ({ nameMasked: name, keys }) as unknown as PackedPerson
const people = [
  packed('周*国', ['周建国', 'zhoujianguo', 'jianguo', 'guo', 'zjg', 'jg', '7788', '001x']),
  packed('冉*明', ['冉启明', 'ranqiming', 'qiming', 'ming', 'rqm', 'qm', '1234']),
]
const found = (query: string) => findPacked(people, query, 8).map(({ nameMasked }) => nameMasked)

test.each([
  ['周', ['周*国']],
  ['建国', ['周*国']],
  ['qiming', ['冉*明']],
  ['RQM', ['冉*明']],
  ['7788', ['周*国']],
  ['10055557788', ['周*国']],
  ['001X', ['周*国']],
  ['778', []],
  ['王', []],
  [' ', []],
])('%s finds %j', (query, names) => {
  expect(found(query)).toEqual(names)
})
