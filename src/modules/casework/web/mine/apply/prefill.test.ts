import { expect, test } from 'vitest'
import type { Field } from '../../../contract.ts'
import { fileCorrection } from '../../../domain/types/file-correction.ts'
import { jobWish } from '../../../domain/types/job-wish.ts'
import { prefill, readAbout } from './prefill.ts'

const about = readAbout(new URLSearchParams('about=contact&name=手机'))

test('a line of the file that is wrong is named, and its part is chosen', () => {
  expect(prefill(fileCorrection.fields as unknown as Field[], about)).toEqual({ part: 'contact', wrong: '手机：' })
})

test('a kind that knows no such part has nothing chosen', () => {
  const filled = prefill(jobWish.fields as unknown as Field[], about)

  expect(Object.values(filled)).not.toContain('contact')
})

test('who came from nowhere begins empty', () => {
  expect(prefill(fileCorrection.fields as unknown as Field[], readAbout(new URLSearchParams()))).toEqual({})
})
