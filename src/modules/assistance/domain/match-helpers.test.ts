import { describe, expect, test } from 'vitest'
import type { UnitCode } from '../../../kernel/region-code.ts'
import { matchHelpers, type Offer, type Wanted } from './match-helpers.ts'

const HOME = '500112017005' as UnitCode
const wanted: Wanted = {
  unitCode: HOME,
  needs: [
    { kind: 'medical', urgency: 'now' },
    { kind: 'company', urgency: 'ordinary' },
  ],
}
const offer = (id: string, given: Partial<Offer> = {}): Offer => ({ id, unitCode: HOME, gives: ['company'], room: 1, ...given })

describe('helpers for a person', () => {
  test('who meet what is urgent come before those who meet more, then the nearer, then those with more room', () => {
    const offers = [
      offer('roomy', { unitCode: '500112017006' as UnitCode, room: 9 }),
      offer('far', { unitCode: '500112000000' as UnitCode, room: 99 }),
      offer('next-door', { room: 2 }),
      offer('urgent', { unitCode: '500112000000' as UnitCode, gives: ['medical'] }),
      offer('both', { unitCode: '500112000000' as UnitCode, gives: ['company', 'medical'] }),
    ]

    const ranked = matchHelpers(wanted, offers)

    expect(ranked.map(({ id }) => id)).toEqual(['both', 'urgent', 'next-door', 'roomy', 'far'])
    expect(ranked[0]).toEqual({ id: 'both', near: 'county', meets: ['medical', 'company'], urgent: ['medical'], room: 1 })
  })

  test('are not those without room, with nothing to give for it, or of another county', () => {
    const offers = [
      offer('full', { room: 0 }),
      offer('teacher', { gives: ['schooling'] }),
      offer('elsewhere', { unitCode: '500113001001' as UnitCode }),
    ]

    expect(matchHelpers(wanted, offers)).toEqual([])
  })

  test('stand in the same order however they are brought', () => {
    const offers = ['c', 'a', 'b'].map((id) => offer(id))

    expect(matchHelpers(wanted, offers)).toEqual(matchHelpers(wanted, offers.toReversed()))
  })
})
