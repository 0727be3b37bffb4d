import { expect, test } from 'vitest'
import type { Import, ImportStatus } from '../../contract.ts'
import { nextLook } from './import-state.ts'

const NOW = Date.parse('2026-06-10T02:00:00.000Z')
const row = (status: ImportStatus, more: Partial<Import> = {}) =>
  ({ status, rowsRead: 500, resultFileId: null, finishedAt: null, ...more }) as Import

test.each(['queued', 'running'] as const)('an import that is %s is looked at each second', (status) => {
  expect(nextLook(row(status), NOW)).toBe(1_000)
})

test.each(['checked', 'done', 'failed'] as const)('an import that is %s is left alone', (status) => {
  expect(nextLook(row(status), NOW)).toBe(false)
})

test('a stopped import is looked at until its workbook is there, and not for ever', () => {
  const finishedAt = '2026-06-10T01:59:50.000Z'

  expect(nextLook(row('cancelled', { finishedAt }), NOW)).toBe(1_000)
  expect(nextLook(row('cancelled', { finishedAt, rowsRead: 0 }), NOW)).toBe(false)
  expect(nextLook(row('cancelled', { finishedAt: '2026-06-10T01:50:00.000Z' }), NOW)).toBe(false)
})
