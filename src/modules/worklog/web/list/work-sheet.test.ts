import { expect, test } from 'vitest'
import type { KindOnDesk, WorkRecord } from '../../contract.ts'
import type { KindWords } from '../kind-words.ts'
import type { WorkText } from '../messages.ts'
import { workSheet } from './work-sheet.ts'

const text = ((key: string) => key) as WorkText
const words = { language: 'zh-CN', nameOf: ({ zh }: { zh: string }) => zh, answerOf: (_: unknown, value: string) => value } as KindWords

const meritNews = {
  code: 'meritNews',
  zh: '送立功喜报',
  fields: [
    { code: 'merit', zh: '立功', en: 'Merit', type: 'choice', required: true },
    { code: 'bonus', zh: '奖励金', en: 'Bonus', type: 'money', required: false },
    { code: 'times', zh: '送报次数', en: 'Deliveries', type: 'number', required: true, unit: '次' },
    { code: 'heldOn', zh: '仪式', en: 'Ceremony', type: 'date', required: false },
  ],
} as unknown as KindOnDesk

const record = (kind: string, values: WorkRecord['values']) =>
  ({ kind, on: '2026-11-19', until: null, unitCode: '500112018000', values, organisation: null, people: [], state: 'counts' }) as never

const about = { text, words, kinds: new Map([['meritNews', meritNews]]), placeOf: () => '王家街道' }

test('of one kind each question is a column: money and quantities can be added up, days compared', () => {
  const sheet = workSheet(about, [record('meritNews', { merit: 'second', bonus: '100000', times: '2', heldOn: '2026-11-20' })], '工作台账')

  expect(sheet.columns.slice(7, 11)).toEqual([
    { head: '立功', kind: undefined },
    { head: '奖励金（work.yuan）', kind: 'money' },
    { head: '送报次数（次）', kind: 'number' },
    { head: '仪式', kind: 'day' },
  ])
  expect(sheet.rows[0]?.slice(7, 11)).toEqual(['second', 100_000n, 2, '2026-11-20'])
})

test('a question that was left open is an empty cell, and every row has a cell a column', () => {
  const sheet = workSheet(about, [record('meritNews', { merit: 'second', times: '1' })], '工作台账')

  expect(sheet.rows[0]?.slice(7, 11)).toEqual(['second', null, 1, null])
  expect(sheet.rows[0]).toHaveLength(sheet.columns.length)
})

test('of several kinds what they say stands in words in one column', () => {
  const sheet = workSheet(about, [record('meritNews', { bonus: '100000', times: '2' }), record('other', {})], '工作台账')

  expect(sheet.columns[7]).toEqual({ head: 'work.what' })
  expect(sheet.rows.map((row) => row[7])).toEqual(['奖励金：100000；送报次数：2', ''])
})
