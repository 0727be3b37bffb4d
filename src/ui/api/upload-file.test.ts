import { expect, test } from 'vitest'
import { readUpload } from './upload-file.ts'

const stored = { id: '0199a000-0000-7000-8000-000000000001', name: '名单.xlsx', size: 12 }

test('a stored file is known by its id', () => {
  expect(readUpload(200, { value: stored })).toMatchObject({ kind: 'value', value: stored })
})

test.each([
  [413, undefined, 'file-too-large'],
  [413, { refusal: { code: 'file-too-large', limit: 1 } }, 'file-too-large'],
  [422, { refusal: { code: 'empty-file' } }, 'empty-file'],
  [507, { problem: { code: 'disk-full' } }, 'disk-full'],
])('status %i with %j is refused as %s', (status, body, code) => {
  expect(readUpload(status, body)).toEqual({ kind: 'refusal', refusal: { code } })
})

test.each([
  [408, undefined, 'unreachable'],
  [502, undefined, 'unreachable'],
  [403, { problem: { code: 'not-permitted' } }, 'not-permitted'],
  [415, { refusal: { code: 'not-json' } }, 'unreadable'],
  [200, { value: { id: 'no id' } }, 'unreadable'],
])('status %i with %j is the problem %s', (status, body, code) => {
  expect(readUpload(status, body)).toMatchObject({ kind: 'problem', problem: { code } })
})
