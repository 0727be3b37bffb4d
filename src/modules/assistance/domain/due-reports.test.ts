import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { dueReports } from './due-reports.ts'

const day = (text: string) => text as PlainDate

describe('what a fund that raises must publish', () => {
  test('every three months while it raises', () => {
    expect(dueReports({ from: day('2026-01-01'), to: null }, day('2026-07-02'))).toEqual([
      { kind: 'quarter', from: '2026-01-01', to: '2026-03-31', dueOn: '2026-04-30' },
      { kind: 'quarter', from: '2026-04-01', to: '2026-06-30', dueOn: '2026-07-30' },
    ])
  })

  test('a quarter is not over on its last day', () => {
    expect(dueReports({ from: day('2026-01-01'), to: null }, day('2026-03-31'))).toEqual([])
    expect(dueReports({ from: day('2026-01-01'), to: null }, day('2026-04-01'))).toHaveLength(1)
  })

  test('raising of half a year or less, the whole alone, within three months', () => {
    expect(dueReports({ from: day('2026-01-01'), to: day('2026-07-01') }, day('2026-07-02'))).toEqual([
      { kind: 'full', from: '2026-01-01', to: '2026-07-01', dueOn: '2026-10-01' },
    ])
  })

  test('a longer one that ended: its whole quarters and the whole', () => {
    const due = dueReports({ from: day('2026-01-01'), to: day('2026-08-15') }, day('2026-12-01'))
    expect(due.map(({ kind, to }) => [kind, to])).toEqual([
      ['quarter', '2026-03-31'],
      ['quarter', '2026-06-30'],
      ['full', '2026-08-15'],
    ])
  })
})
