import { expect, test } from 'vitest'
import type { Text } from '../../../ui/text/use-text.ts'
import type { FigureRow } from '../contract.ts'
import type { IndicatorsKey } from './messages.ts'
import { rowColumns } from './row-columns.tsx'

const text = ((key: string, about?: { unit?: string }) => (about?.unit === undefined ? key : `${key} ${about.unit}`)) as Text<IndicatorsKey>
const counted = (unit: 'fen' | 'visit') => rowColumns(text, (code) => code, unit).find(({ key }) => key === 'counts')

test('a row behind a figure of money is in yuan, as the figure is, and says so', () => {
  const column = counted('fen')

  expect(column?.title).toBe('indicators.rows.counts indicators.unit.fen')
  expect(column?.draw({ counts: 18_500 } as FigureRow)).toBe('185.00')
})

test('a row behind any other figure counts as it is', () => {
  expect(counted('visit')?.draw({ counts: 1_204 } as FigureRow)).toBe('1,204')
})
