import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type Confirming, rankConfirmations } from './rank-confirmations.ts'

type State = NonNullable<Confirming['confirmation']>['state']
const one = (personId: string, state?: State, dueOn: string | null = null, isSuspended = false): Confirming => ({
  personId,
  classCodes: ['DIS'],
  isSuspended,
  confirmation: state && { matterId: `of ${personId}`, state, dueOn: dueOn as PlainDate | null },
})

test('the entitlements nearest to being stopped come first, and who was confirmed only while suspended', () => {
  const ranked = rankConfirmations([
    one('nothing begun'),
    one('due late', 'due', '2026-07-20'),
    one('due soon', 'due', '2026-06-20'),
    one('confirmed', 'confirmed'),
    one('overdue since May', 'overdue', '2026-05-30'),
    one('overdue since March', 'overdue', '2026-03-30'),
    one('change', 'toCheck', '2026-06-12'),
    one('failed', 'notConfirmed'),
    one('confirmed, not resumed', 'confirmed', null, true),
  ])

  expect(ranked.map(({ personId }) => personId)).toEqual([
    'confirmed, not resumed',
    'failed',
    'overdue since March',
    'overdue since May',
    'change',
    'due soon',
    'due late',
    'nothing begun',
  ])
  expect(ranked.map(({ risk }) => risk)).toEqual([null, 'failed', 'overdue', 'overdue', 'toCheck', 'due', 'due', 'notBegun'])
})
