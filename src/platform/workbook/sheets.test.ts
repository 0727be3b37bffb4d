import { expect, test } from 'vitest'
import { fileOf } from './fixtures/read-all.ts'
import { workbookOf } from './fixtures/workbook-of.ts'
import { readHeads, readWorkbook } from './read-workbook.ts'
import { rowsOf } from './row-batch.ts'

async function headsOf(path: string) {
  const heads = await readHeads({ path }, 2)
  if (!heads.ok) throw new Error(heads.refusal.code)
  return heads.value.map(({ source, rows }) => [source.kind === 'xlsx' && source.sheet, rows.map(({ cells }) => cells[0])])
}

async function columnA(path: string, sheet?: string): Promise<string[] | string> {
  const texts: string[] = []
  for await (const batch of readWorkbook({ path, ...(sheet !== undefined && { sheet }) })) {
    if (!batch.ok) return batch.refusal.code
    texts.push(...rowsOf(batch.value).map(({ cells }) => cells[0] ?? ''))
  }
  return texts
}

const counted = (many: number): string[][] => Array.from({ length: many }, (_, at) => [`第 ${at} 行`])
const ledger = fileOf(
  workbookOf(
    { name: '填表说明', rows: [['一、本表由各村填报']] },
    { name: '空表', rows: [] },
    { name: '凤鸣路', rows: counted(5_000) },
    { name: '双凤路', rows: [['甲'], ['乙'], ['丙']] },
    { name: '龙溪', rows: counted(4_000) },
    { name: '字典', rows: [['男']], isHidden: true },
  ),
)

test('the heads of a workbook are those of all its sheets with content, in their order, the hidden ones left out', async () => {
  expect(await headsOf(ledger)).toEqual([
    ['填表说明', ['一、本表由各村填报']],
    ['凤鸣路', ['第 0 行', '第 1 行']],
    ['双凤路', ['甲', '乙']],
    ['龙溪', ['第 0 行', '第 1 行']],
  ])
})

test('where only hidden sheets have content the first of them is read', async () => {
  const hidden = [
    { name: '隐藏一', rows: [['子'], ['子二']], isHidden: true },
    { name: '隐藏二', rows: [['丑']], isHidden: true },
  ]

  expect(await headsOf(fileOf(workbookOf({ name: '空表', rows: [] }, ...hidden)))).toEqual([['隐藏一', ['子', '子二']]])
})

test('a sheet that is asked for is read to its end, and no other', async () => {
  expect(await columnA(ledger, '凤鸣路')).toHaveLength(5_000)
  expect(await columnA(ledger, '双凤路')).toEqual(['甲', '乙', '丙'])
  expect(await columnA(ledger)).toEqual(['一、本表由各村填报'])
  expect(await columnA(ledger, '没有的表')).toBe('no-rows')
})

test('a text table has one head', async () => {
  expect(await headsOf(fileOf(Buffer.from('姓名,身份证号\n张三,1\n李四,2\n')))).toEqual([[false, ['姓名', '张三']]])
})
