import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawLots, type Lot } from './draw-lots.ts'

const LOTS: readonly Lot[] = [
  { id: 'first', number: 1, leftFen: 10_000n, earmark: null },
  { id: 'second', number: 2, leftFen: 5_000n, earmark: 'accident' },
  { id: 'third', number: 3, leftFen: 7_000n, earmark: 'relapse' },
  { id: 'fourth', number: 4, leftFen: 3_000n, earmark: 'accident' },
]

describe('a grant draws on gifts', () => {
  test('bound to its cause first, each in the order in which they came', () => {
    expect(drawLots(LOTS, { cause: 'accident', amountFen: 9_000n })).toEqual({
      draws: [
        { id: 'second', amountFen: 5_000n },
        { id: 'fourth', amountFen: 3_000n },
        { id: 'first', amountFen: 1_000n },
      ],
    })
  })

  test('and is short by a fen where a fen is wanting, whatever is bound to another cause', () => {
    expect(drawLots(LOTS, { cause: 'accident', amountFen: 18_000n })).toHaveProperty('draws')
    expect(drawLots(LOTS, { cause: 'accident', amountFen: 18_001n })).toEqual({ shortFen: 1n })
  })

  test('to the fen, never more of a gift than is left of it', () => {
    const lot = fc.record({ leftFen: fc.bigInt(0n, 1_000n), earmark: fc.constantFrom('accident', 'relapse', null) })
    fc.assert(
      fc.property(fc.array(lot, { maxLength: 12 }), fc.bigInt(1n, 6_000n), (given, amountFen) => {
        const lots = given.map((one, at) => ({ ...one, id: String(at), number: at }))
        const open = lots.filter(({ earmark }) => earmark !== 'relapse').reduce((sum, { leftFen }) => sum + leftFen, 0n)

        const drawn = drawLots(lots, { cause: 'accident', amountFen })

        if ('shortFen' in drawn) return drawn.shortFen === amountFen - open && drawn.shortFen > 0n
        const sum = drawn.draws.reduce((all, one) => all + one.amountFen, 0n)
        return sum === amountFen && drawn.draws.every((one) => one.amountFen <= (lots[Number(one.id)]?.leftFen ?? 0n))
      }),
    )
  })
})
