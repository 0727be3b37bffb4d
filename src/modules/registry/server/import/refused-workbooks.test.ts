import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportWorld, openImportWorld } from '../../../../../test/import-world.ts'
import { act, actor, citizenId, ELSEWHERE, value } from '../../../../../test/world.ts'
import { buildZip, workbookParts } from '../../../../platform/workbook/fixtures/build-zip.ts'
import { startImport } from '../../contract.ts'

const clerk = actor()
let world: ImportWorld

beforeAll(async () => {
  world = await openImportWorld()
})

afterAll(() => world.close())

const people = readFileSync(new URL('../../../../../test/fixtures/people-10000.xlsx', import.meta.url))
const ole = (name: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_016), Buffer.from(name, 'utf16le'), Buffer.alloc(2_048)])
const bomb = (): Buffer => buildZip(workbookParts('', [{ name: 'xl/worksheets/sheet1.xml', body: Buffer.alloc(64 * 1_048_576) }]))

test.each([
  ['a zip bomb', 'unpacks-too-large', '解压后大得不正常', bomb],
  ['an encrypted workbook', 'encrypted', '取消密码', () => ole('EncryptedPackage')],
  ['a workbook that was cut off', 'damaged', '没有传完', () => people.subarray(0, people.length / 2)],
  ['an .xls that was renamed', 'old-format', '另存为“Excel 工作簿（.xlsx）”', () => ole('Workbook')],
  ['a picture', 'not-a-workbook', '不是表格', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
])('%s is refused as %s, in a sentence', async (_, why, words, bytes) => {
  const answer = await world.start(clerk, { name: '名单.xlsx', bytes: bytes() })

  expect(answer).toMatchObject({ kind: 'refusal', refusal: { code: 'unreadable', why, sentence: expect.stringContaining(words) } })
})

test('a table without the columns that make a person is refused, and says which', async () => {
  const answer = await world.start(clerk, { name: '名单.csv', bytes: Buffer.from('村,户数\n凤鸣路社区,12\n') })

  expect(answer).toMatchObject({ kind: 'refusal', refusal: { code: 'unreadable', sentence: expect.stringContaining('姓名') } })
})

test('the file of another account is no file, and a place outside the range is not there', async () => {
  const bytes = Buffer.from(`姓名,身份证号\n周建国,${citizenId()}\n`)
  const other = actor()
  const fileId = await world.upload(other, '名单.csv', bytes)
  const own = await world.upload(clerk, '名单.csv', bytes)

  const taken = await act(world.ground, clerk, { name: startImport.name, input: { fileId, unitCode: clerk.unitCode } })
  const elsewhere = await act(world.ground, clerk, { name: startImport.name, input: { fileId: own, unitCode: ELSEWHERE } })

  expect(taken).toMatchObject({ refusal: { code: 'no-such-file' } })
  expect(elsewhere).toMatchObject({ problem: { code: 'not-found' } })
})

test('a day of birth is masked in a preview however it is written', async () => {
  const days = ['1962年2月7日', '1962-02-07', '1962.2.7', '19620207']
  const lines = days.map((day) => `周建国,${citizenId()},${day}`)

  const { preview } = value<{ preview: { rows: { cells: string[] }[] } }>(
    await world.start(clerk, { name: '名单.csv', bytes: Buffer.from(`姓名,身份证号,出生日期\n${lines.join('\n')}\n`) }),
  )

  expect(preview.rows.map(({ cells }) => cells[2])).toEqual(['1962年2月**日', '1962-02-**', '1962.2.**', '196202**'])
})
