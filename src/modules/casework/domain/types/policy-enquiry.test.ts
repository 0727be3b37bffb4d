import { expect, test } from 'vitest'
import type { Answers } from '../matters/answers.ts'
import { begun, tried } from '../matters/walk-kind.ts'
import { policyEnquiry } from './policy-enquiry.ts'

test('an answer names clauses or writes another out', () => {
  const answer = (answers: Answers) =>
    tried(policyEnquiry, begun(policyEnquiry, { question: '补助何时发' }), { step: 'answer', seat: 'station', answers })

  expect(answer({ answer: '见规定', clauses: ['other'] })).toMatchObject({
    refusal: { issues: [{ field: 'otherClause', code: 'missing' }] },
  })
  expect(answer({ answer: '见规定', clauses: ['fuxu99'] })).toMatchObject({
    refusal: { issues: [{ field: 'clauses', code: 'not-a-choice' }] },
  })
  expect(answer({ answer: '见规定', clauses: ['fuxu27', 'fuxu62'] }).ok).toBe(true)
})
