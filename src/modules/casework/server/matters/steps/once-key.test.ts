import { describe, expect, test } from 'vitest'
import { openSecrets } from '../../../../../platform/secrets/secrets.ts'
import type { Answers } from '../../../domain/matters/answers.ts'
import type { MatterType } from '../../../domain/matters/matter-type.ts'
import { memorialTrip } from '../../../domain/types/memorial-trip.ts'
import { petition } from '../../../domain/types/petition.ts'
import { type KeptMatter, onceKeyOf } from '../keep-matter.ts'
import { workCalendar } from '../kinds/work-calendar.ts'

const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })

const keyOf = (type: MatterType, state: string, answers: Answers): string | null => {
  const matter = { state, answers, clocks: [], steps: 1, takenBy: {}, recused: [] }
  return onceKeyOf(secrets, { rules: { type, calendar: workCalendar }, state: matter } as unknown as KeptMatter, '2026-06-10')
}

describe('what keeps a person from having the same matter twice', () => {
  const trip = { martyr: '陈铁', onDay: '2027-04-05' }

  test('of a trip is the year of the trip, and not that of the asking', () => {
    expect([keyOf(memorialTrip, 'applied', trip), keyOf(memorialTrip, 'subsidised', trip)]).toEqual(['2027', '2027'])
    expect(keyOf(memorialTrip, 'applied', { martyr: '陈铁' })).toBe('2026')
  })

  test('is gone where the matter came to nothing', () => {
    for (const state of ['refused', 'givenUp', 'lapsed']) expect(keyOf(memorialTrip, state, trip)).toBeNull()
    expect(keyOf(petition, 'terminated', { kind: 'claim', subject: 'pension', title: '补助' })).toBeNull()
  })

  test('may be a year and what it was for', () => {
    const forEach = { ...memorialTrip, sameBy: ['martyr'] }
    const [one, same, other] = ['陈铁', ' 陈铁。', '李钢'].map((martyr) => keyOf(forEach, 'applied', { ...trip, martyr }))

    expect(one).toMatch(/^2027:[0-9a-f]{32}$/)
    expect([same === one, other === one]).toEqual([true, false])
  })
})
