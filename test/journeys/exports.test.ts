import { readFile } from 'node:fs/promises'
import { read, utils } from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffices } from './offices.ts'
import { type Journey, openJourney } from './open-journey.ts'

const COUNTY = '500112000000'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(600)
})

afterAll(() => journey.close())

/** The rows of what 导出 of a page hands over. */
async function exported(page: Page, path: string): Promise<{ name: string; rows: (string | number)[][] }> {
  await page.goto(journey.address + path)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^导出/ }).click()])
  const book = read(await readFile(await file.path()))
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {}
  return { name: file.suggestedFilename(), rows: utils.sheet_to_json(sheet, { header: 1, blankrows: false }) }
}

test('figures of a county end with what its own units did, by name and code', async () => {
  const { rows } = await exported(await journey.enter('jiang.wenbo'), '/desk/network')

  expect(rows.at(-1)?.slice(0, 2)).toEqual([COUNTY, '渝北区本级'])
})

test('the work record is a workbook in which a code stays a code', async () => {
  const record = { kind: 'volunteerActivity', unitCode: COUNTY, on: '2026-06-07', values: { type: 'exam', people: '1' } }
  await openOffices(journey).ask('jiang.wenbo', 'do/work.record', record)

  const { name, rows } = await exported(await journey.enter('jiang.wenbo'), '/desk/work')

  expect(name).toBe('工作台账.xlsx')
  expect(rows[1]?.slice(3, 5)).toEqual(['单位代码', '单位'])
  expect(rows[2]?.slice(3, 5)).toEqual([COUNTY, '渝北区'])
})
