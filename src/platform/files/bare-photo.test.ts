import { expect, test } from 'vitest'
import { barePhoto } from './bare-photo.ts'

const segment = (marker: number, words: string): Buffer => {
  const body = Buffer.from(words, 'latin1')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, body])
}

const START = Buffer.from([0xff, 0xd8])
const SCAN = Buffer.concat([segment(0xda, 'scan'), Buffer.from('picture', 'latin1'), Buffer.from([0xff, 0xd9])])
const photo = (...segments: Buffer[]): Buffer => Buffer.concat([START, ...segments, SCAN])

test('the place where a photo was taken does not come in', () => {
  const taken = photo(segment(0xe0, 'JFIF'), segment(0xe1, 'Exif GPS 29.7'), segment(0xfe, 'by Zhou'), segment(0xdb, 'table'))

  expect(barePhoto(taken)).toEqual(photo(segment(0xe0, 'JFIF'), segment(0xdb, 'table')))
})

test('what hangs behind the picture stays outside', () => {
  const taken = Buffer.concat([photo(segment(0xdb, 'table')), Buffer.from('a film')])

  expect(barePhoto(taken)).toEqual(photo(segment(0xdb, 'table')))
})

test.each([
  ['a text', Buffer.from('姓名,电话')],
  ['a picture of another kind', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a photo cut short', photo(segment(0xdb, 'table')).subarray(0, 12)],
  ['a length that runs over the end', Buffer.concat([START, Buffer.from([0xff, 0xe1, 0xff, 0xff])])],
  ['nothing', Buffer.alloc(0)],
])('%s is no photo', (_what, bytes) => {
  expect(barePhoto(bytes)).toBeUndefined()
})
