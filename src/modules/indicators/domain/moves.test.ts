import { describe, expect, test } from 'vitest'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { finalPlaces, movedAt } from './moves.ts'

const at = (code: string) => code as RegionCode
const [a, b, c] = [at('500112017001'), at('500112018002'), at('500113001003')]

describe('what moved', () => {
  test('is followed through every merge, and a circle moves nothing', () => {
    expect(
      finalPlaces([
        { from: a, to: b },
        { from: b, to: c },
      ]).get(a),
    ).toBe(c)
    expect(
      movedAt(
        at('500112017000'),
        finalPlaces([
          { from: a, to: b },
          { from: b, to: a },
        ]),
      ),
    ).toEqual({ plus: [], minus: [] })
  })

  test('leaves one street and comes to another, and a district that holds both has nothing to do with it', () => {
    const places = finalPlaces([{ from: a, to: b }])

    expect(movedAt(at('500112017000'), places)).toEqual({ plus: [], minus: [a] })
    expect(movedAt(at('500112018000'), places)).toEqual({ plus: [a], minus: [] })
    expect(movedAt(at('500112000000'), places)).toEqual({ plus: [], minus: [] })
  })

  test('with all below it is named once', () => {
    const street = at('500112017000')
    const places = finalPlaces([
      { from: street, to: at('500113001000') },
      { from: a, to: c },
    ])

    expect(movedAt(at('500113000000'), places)).toEqual({ plus: [street], minus: [] })
    expect(movedAt(c, places)).toEqual({ plus: [a], minus: [] })
  })
})
