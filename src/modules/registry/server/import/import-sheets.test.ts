import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportWorld, openImportWorld } from '../../../../../test/import-world.ts'
import { act, actor, citizenId, see, value } from '../../../../../test/world.ts'
import { workbookOf } from '../../../../platform/workbook/fixtures/workbook-of.ts'
import type { ImportPreview } from '../../contract.ts'

const clerk = actor()
let world: ImportWorld
let turns: Awaited<ReturnType<ImportWorld['startJobs']>>

beforeAll(async () => {
  world = await openImportWorld()
  turns = await world.startJobs()
})

afterAll(async () => {
  await turns.stop()
  await world.close()
})

const HERE = '凤鸣路社区'
const person = (name: string, ...more: string[]): string[] => [name, citizenId(), HERE, ...more]
const TITLES = ['姓名', '身份证号', '户籍地']

interface Looked {
  importId: string
  preview: ImportPreview
}

const looking = async (bytes: Buffer, name = '花名册.xlsx') => value<Looked>(await world.start(clerk, { name, bytes }))

async function taken(importId: string) {
  await world.run(clerk, importId)
  return await world.settled(clerk, importId, 'done', 'failed')
}

describe('a workbook of several sheets', () => {
  const sheets = () => [
    { name: '填表说明', rows: [['一、本表由各村填报'], ['二、身份证号须为文本']] },
    { name: '凤鸣路', rows: [['花名册'], TITLES, person('甲子一'), person('甲子二')] },
    { name: '双凤路', rows: [TITLES, person('乙丑一')] },
    { name: '字典', rows: [['男'], ['女']], isHidden: true },
  ]

  test('is taken in from the first whose columns are known, and says which sheets stay out', async () => {
    const { importId, preview } = await looking(workbookOf(...sheets()))

    const done = await taken(importId)

    const found = value<{ rows: { id: string }[] }>(await see(world.ground, clerk, { name: 'person.find', input: { query: '甲子二' } }))
    const personId = found.rows[0]?.id
    const versions = value<{ rows: object[] }>(await see(world.ground, clerk, { name: 'person.versions', input: { personId } }))

    expect(preview).toMatchObject({ headerRowNumber: 2, looked: 2, wrong: [] })
    expect(versions.rows).toMatchObject([{ source: '导入 花名册.xlsx 凤鸣路 第 4 行' }])
    expect(done).toMatchObject({ status: 'done', sheet: '凤鸣路', otherSheets: ['填表说明', '双凤路'], rowsRead: 2, rowsNew: 2 })
  })

  test('brings the others one by one, from the same upload', async () => {
    const { importId } = await looking(workbookOf(...sheets()))
    const { fileId, unitCode } = await world.get(clerk, importId)
    const start = (sheet: string) => act(world.ground, clerk, { name: 'import.start', input: { fileId, unitCode, sheet } })

    const second = await taken(value<Looked>(await start('双凤路')).importId)

    expect(second).toMatchObject({ sheet: '双凤路', otherSheets: ['填表说明', '凤鸣路'], rowsRead: 1, rowsNew: 1 })
    expect(await start('填表说明')).toMatchObject({
      refusal: { code: 'unreadable', why: 'no-header', sentence: expect.stringMatching(/^工作表“填表说明”：/) },
    })
    expect(await start('没有的表')).toMatchObject({ refusal: { code: 'unreadable', why: 'no-rows' } })
  })

  test('of which none has the columns is refused by the one that comes closest, by its name', async () => {
    const bytes = workbookOf(
      { name: '说明', rows: [['甲']] },
      {
        name: '名单',
        rows: [
          ['姓名', '电话'],
          ['周建国', '10012345678'],
        ],
      },
    )

    expect(await world.start(clerk, { name: '名单.xlsx', bytes })).toMatchObject({
      refusal: { code: 'unreadable', why: 'missing-columns', sentence: expect.stringMatching(/^工作表“名单”：.*身份证号/) },
    })
  })
})

test('columns under a second row of titles are taken in, and the row is nobody', async () => {
  const bytes = workbookOf({
    name: '台账',
    rows: [
      ['渝北区优抚对象台账'],
      ['序号', '姓名', '身份证号', '户籍地', '服役情况', '', '联系方式'],
      ['', '', '', '', '入伍时间', '退役时间', '本人电话'],
      ['1', ...person('丙寅一', '1980-12-01', '1984-01-05', '10012340011')],
    ],
  })

  const { preview } = await looking(bytes)

  expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'citizenId', 'householdRegion', 'enlistedOn', 'dischargedOn', 'phone'])
  expect(preview).toMatchObject({ headerRowNumber: 3, looked: 1, wrong: [], unmatched: ['序号'] })
})

test('a second column for the same field is said to stay out', async () => {
  const bytes = workbookOf({ name: '台账', rows: [[...TITLES, '联系电话', '备注', '手机号'], person('丁卯一', '', '', '10012340021')] })

  const { preview } = await looking(bytes)

  expect(preview.unmatched).toEqual(['备注', '手机号（F 列，与 D 列“联系电话”重复）'])
})

test('an id number that a spreadsheet wrote in powers of ten is lost, and the reason says so', async () => {
  const { preview } = await looking(Buffer.from(`姓名,身份证号,户籍地\n戊辰三,5.00112E+17,${HERE}\n`), '名单.csv')

  expect(preview.wrong).toMatchObject([{ reasons: [expect.stringContaining('后面的数字已经丢了')] }])
})
