import { expect, test } from 'vitest'
import { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegistryText } from './messages.ts'
import { changeSentence, refusalSentence } from './refusal-sentence.ts'

const text: RegistryText = (key, values) => `${key} ${JSON.stringify(values)}`

test('a death that is on the file says its day', () => {
  const refusal = { code: 'already-recorded' as const, deceasedOn: PlainDate.parse('2026-05-01') }

  expect(refusalSentence(refusal, text)).toBe('registry.refusal.already-recorded {"deceasedOn":"2026-05-01"}')
})

test('a file elsewhere says nothing of where', () => {
  expect(refusalSentence({ code: 'registered-elsewhere' }, text)).toBe('registry.refusal.registered-elsewhere {}')
})

test('why a workbook cannot be read is said in the words of the server', () => {
  const refusal = { code: 'unreadable' as const, why: 'encrypted', sentence: '工作簿设有打开密码，无法读取。' }

  expect(refusalSentence(refusal, text)).toBe('registry.refusal.unreadable {"sentence":"工作簿设有打开密码，无法读取。"}')
})

test('a number that another file has says to merge where a file is corrected, and not that none need be opened', () => {
  const here = { code: 'already-registered' as const, personId: '0197f000-0000-7000-8000-000000000001' }

  expect(changeSentence(here, text)).toBe('registry.refusal.number-here undefined')
  expect(changeSentence({ code: 'registered-elsewhere' }, text)).toBe('registry.refusal.number-elsewhere undefined')
  expect(changeSentence({ code: 'file-closed' }, text)).toBe('registry.refusal.file-closed {}')
})
