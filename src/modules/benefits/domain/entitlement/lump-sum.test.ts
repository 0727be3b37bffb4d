import { expect, test } from 'vitest'
import { deathSum } from './lump-sum.ts'

test('a martyr’s survivors are given 30 and 20 incomes, 40 months of pay, and the highest honour’s share', () => {
  const lines = deathSum({
    kind: 'martyr',
    incomeFen: 5_000_000n,
    payFen: 400_000n,
    lieutenantPayFen: 500_000n,
    honours: ['thirdClassMerit', 'firstClassMerit'],
  })

  expect(lines.map(({ what, amountFen }) => [what, amountFen])).toEqual([
    ['award', 150_000_000n],
    ['income', 100_000_000n],
    ['pay', 20_000_000n],
    ['honour', 36_000_000n],
  ])
})
