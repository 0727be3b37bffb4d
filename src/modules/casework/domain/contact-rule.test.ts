import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'
import { closingDay } from './contact-facts.ts'
import { type ContactRules, firstContact, keptByHand, nextContact } from './contact-rule.ts'

const day = (text: string) => text as PlainDate

const rules: ContactRules = {
  rules: [
    { code: 'elderly', validFrom: day('2018-01-01'), validTo: null, everyDays: 30, minAge: 80, classCodes: [] },
    { code: 'kin', validFrom: day('2025-01-01'), validTo: day('2026-01-01'), everyDays: 30, minAge: null, classCodes: ['KIN-M'] },
    { code: 'all', validFrom: day('2018-01-01'), validTo: null, everyDays: 180, minAge: null, classCodes: [] },
  ],
  firstVisit: { code: 'first', withinDays: 15 },
  byHand: { aheadDays: 31, nextWithinDays: 183 },
}

test.each([
  [
    'someone of 80 is seen every month',
    { bornOn: '1945-06-10', classCodes: [] },
    { seenOn: '2025-06-10', ruleCode: 'elderly', dueOn: '2025-07-10' },
  ],
  [
    'someone a day short of 80 is not',
    { bornOn: '1945-06-11', classCodes: [] },
    { seenOn: '2025-06-10', ruleCode: 'all', dueOn: '2025-12-07' },
  ],
  [
    'a martyr’s survivor is seen every month',
    { bornOn: '1990-01-01', classCodes: ['KIN-M'] },
    { seenOn: '2025-06-10', ruleCode: 'kin', dueOn: '2025-07-10' },
  ],
  [
    'before the rule for survivors held, the general one does',
    { bornOn: '1990-01-01', classCodes: ['KIN-M'] },
    { seenOn: '2024-12-31', ruleCode: 'all', dueOn: '2025-06-29' },
  ],
  [
    'on the day it ends it holds no more',
    { bornOn: '1990-01-01', classCodes: ['KIN-M'] },
    { seenOn: '2026-01-01', ruleCode: 'all', dueOn: '2026-06-30' },
  ],
])('%s', (_sentence, subject, { seenOn, ruleCode, dueOn }) => {
  expect(nextContact(rules, { bornOn: day(subject.bornOn), classCodes: subject.classCodes }, day(seenOn))).toEqual({ ruleCode, dueOn })
})

test('a new file is visited within fifteen days', () => {
  expect(firstContact(rules, day('2026-02-20'))).toEqual({ ruleCode: 'first', dueOn: '2026-03-07' })
})

test('a visit on 1 August keeps the plans of that month, or the next one within half a year', () => {
  expect(keptByHand(rules, day('2026-08-01'))).toEqual({ allUntil: '2026-09-01', nextUntil: '2027-01-31' })
})

test('the sum of a plan’s two facts up to a day says whether it was overdue on that day', () => {
  const offset = fc.integer({ min: -400, max: 400 })
  fc.assert(
    fc.property(offset, offset, offset, (due, closed, asked) => {
      const [dueOn, closedOn, on] = [due, closed, asked].map((days) => addDays(day('2026-01-01'), days)) as [
        PlainDate,
        PlainDate,
        PlainDate,
      ]
      const stock = (dueOn <= on ? 1 : 0) - (closingDay(dueOn, closedOn) <= on ? 1 : 0)

      expect(stock).toBe(dueOn <= on && on < closedOn ? 1 : 0)
    }),
  )
})
