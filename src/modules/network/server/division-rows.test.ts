import { expect, test } from 'vitest'
import { RegionCode } from '../../../kernel/region-code.ts'
import { divisionRows } from './division-rows.ts'
import type { DivisionChange, DivisionsFile } from './divisions-file.ts'

const code = (text: string) => RegionCode.parse(text.padEnd(12, '0'))

const change = (from: string, to: string, is_new: boolean): DivisionChange =>
  ({
    valid_on: '2026-11-15',
    kind: 'merge',
    from_code: code(from),
    from_name: `原${from}`,
    to_code: code(to),
    is_new,
    source: '示例',
    is_example: true,
  }) as DivisionChange

/** 江北区 500105 goes on as 500158 with all below it; 石马村 joins 华新村, which stood before. */
const FILE: DivisionsFile = {
  divisions: [
    { code: code('50'), name: '重庆市' },
    { code: code('500158'), name: '江北区' },
    { code: code('500158001'), name: '华新街街道' },
    { code: code('500158001001'), name: '华新村' },
  ],
  changes: [
    change('500105', '500158', true),
    change('500105001', '500158001', true),
    change('500105001001', '500158001001', true),
    change('500105001002', '500158001001', true),
    change('500112001', '500158001', false),
  ],
}

const rows = new Map([...divisionRows(FILE)].map((row) => [row.code, row]))
const row = (prefix: string) => rows.get(code(prefix))

test('a place that a change brought into being stands from that day, and what went into it until then', () => {
  expect(row('500158001')?.validFrom).toBe('2026-11-15')
  expect(row('500105001')?.validTo).toBe('2026-11-15')
})

test('a place that only took others in stands from of old', () => {
  const file = { ...FILE, changes: [change('500105001002', '500158001001', false)] }

  expect([...divisionRows(file)].find((one) => one.code === code('500158001001'))?.validFrom).toBe('-infinity')
})

test('what ended together with the places above it hangs below them, and not below the province', () => {
  expect(row('500105001001')?.parentCode).toBe(code('500105001'))
  expect(row('500105001')?.parentCode).toBe(code('500105'))
  expect(row('500105')?.parentCode).toBe(code('50'))
})
