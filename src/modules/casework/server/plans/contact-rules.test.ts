import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ruleFor } from '../../domain/contact-rule.ts'
import { contactRules } from './contact-rules.ts'

const day = (text: string) => text as PlainDate

const codeFor = (classCodes: string[], bornOn = '1990-01-01') =>
  ruleFor(contactRules, { bornOn: day(bornOn), classCodes }, day('2026-06-10'))?.code

test.each([
  ['a disabled serviceman', ['DIS'], 'quarterly-disabled'],
  ['a disabled militiaman', ['DIS-MILITIA'], 'quarterly-disabled'],
  ['a discharged soldier, whose code begins like that of the disabled', ['DISCHARGED'], 'half-yearly'],
  ['a discharged soldier who is disabled', ['DISCHARGED', 'DIS'], 'quarterly-disabled'],
  ['a survivor', ['KIN-I'], 'monthly-kin'],
  ['somebody of no class', [], 'half-yearly'],
])('%s is visited by the rule of their classes', (_who, classCodes, code) => {
  expect(codeFor(classCodes)).toBe(code)
})

test('from 80 on everybody is visited every month', () => {
  expect(codeFor(['DISCHARGED'], '1946-06-10')).toBe('monthly-elderly')
})
