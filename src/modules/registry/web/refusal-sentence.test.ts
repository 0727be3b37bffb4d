import { expect, test } from 'vitest'
import { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegistryText } from './messages.ts'
import { refusalSentence } from './refusal-sentence.ts'

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
