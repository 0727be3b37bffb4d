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
