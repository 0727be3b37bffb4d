import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { settingAt } from './settings.ts'
import { lastDay, type WorkCalendar } from './working-days.ts'

const day = (text: string): PlainDate => text as PlainDate
const weekdays = { isWorkday: (on: PlainDate) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()) }
const pastRest: WorkCalendar = { ...weekdays, goesPastRest: () => true }

test.each([
  ['2026-04-03', 15, '2026-04-18', '2026-04-20', 'a Saturday'],
  ['2026-04-04', 15, '2026-04-19', '2026-04-20', 'a Sunday'],
  ['2026-04-05', 15, '2026-04-20', '2026-04-20', 'a Monday'],
])('%s and %i calendar days end on %s exactly, on %s where rest is passed over (%s)', (from, days, exact, moved) => {
  const period = { days, kind: 'calendar' as const }

  expect([lastDay(day(from), period, weekdays), lastDay(day(from), period, pastRest)]).toEqual([exact, moved])
})

test('working days are the same either way', () => {
  const period = { days: 5, kind: 'working' as const }

  expect(lastDay(day('2026-04-03'), period, pastRest)).toBe(lastDay(day('2026-04-03'), period, weekdays))
})

test('the setting of the nearest place counts, and of that the latest in force', () => {
  const one = { name: 'lastDayOnRestDay' as const, source: 's', isUnverified: true }
  const settings = [
    { ...one, region: '', validFrom: day('2018-01-01'), value: 'exact' },
    { ...one, region: '50', validFrom: day('2026-01-01'), value: 'nextWorkday' },
    { ...one, region: '50', validFrom: day('2027-01-01'), value: 'exact' },
  ]
  const at = (place: string, on: string) => settingAt(settings, 'lastDayOnRestDay', { place, on: day(on) })?.value

  expect([at('510100000000', '2026-05-01'), at('500112017005', '2025-12-31'), at('500112017005', '2026-05-01')]).toEqual([
    'exact',
    'exact',
    'nextWorkday',
  ])
  expect([at('500112017005', '2027-01-01'), at('500112017005', '2017-12-31')]).toEqual(['exact', undefined])
})
