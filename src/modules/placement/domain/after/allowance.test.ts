import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { minimumWage, type PlacementSetting, waitingMonths } from './allowance.ts'

const day = (text: string) => text as PlainDate

describe('the months of waiting', () => {
  test('begin with the month of the report and go on while nobody has written a letter', () => {
    expect(waitingMonths({ reportedOn: day('2026-03-31'), endedOn: null }, '2026-06')).toEqual(['2026-03', '2026-04', '2026-05', '2026-06'])
    expect(waitingMonths({ reportedOn: day('2026-07-01'), endedOn: null }, '2026-06')).toEqual([])
    expect(waitingMonths({ reportedOn: day('2025-12-20'), endedOn: null }, '2025-12')).toEqual(['2025-12'])
  })

  test('end before the month of the letter, which the employer pays', () => {
    expect(waitingMonths({ reportedOn: day('2026-03-31'), endedOn: day('2026-06-01') }, '2026-12')).toEqual([
      '2026-03',
      '2026-04',
      '2026-05',
    ])
    expect(waitingMonths({ reportedOn: day('2026-06-02'), endedOn: day('2026-06-20') }, '2026-12')).toEqual([])
  })
})

describe('the wage of a place', () => {
  const setting = (region: string, validFrom: string, value: string): PlacementSetting => ({
    name: 'minimumWageFen',
    region,
    validFrom: day(validFrom),
    value,
    source: 'test',
    isUnverified: true,
  })
  const settings = [
    setting('50', '2025-01-01', '200000'),
    setting('500112', '2025-01-01', '210000'),
    setting('500112', '2026-05-01', '220000'),
  ]

  test('is that of the nearest place, and of that the latest in force on the first of the month', () => {
    expect(minimumWage(settings, { place: '500112000000', month: '2026-04' })?.value).toBe('210000')
    expect(minimumWage(settings, { place: '500112000000', month: '2026-05' })?.value).toBe('220000')
    expect(minimumWage(settings, { place: '500105000000', month: '2026-05' })?.value).toBe('200000')
  })

  test('is nobody’s guess where none was entered', () => {
    expect(minimumWage(settings, { place: '640104000000', month: '2026-05' })).toBeUndefined()
    expect(minimumWage(settings, { place: '500112000000', month: '2024-12' })).toBeUndefined()
  })
})
