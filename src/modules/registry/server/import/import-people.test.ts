import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRotated } from '../../../../../test/close-rotated.ts'
import { isWrong, ROWS } from '../../../../../test/fixtures/make-people-workbook.ts'
import { type ImportWorld, openImportWorld } from '../../../../../test/import-world.ts'
import { actor, STREET, value } from '../../../../../test/world.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { verifyJournal } from '../../../../platform/journal/verify-journal.ts'
import { readWorkbook, rowsOf, type SheetRow } from '../../../../platform/workbook/index.ts'
import type { ImportPreview } from '../../contract.ts'
import { sealedTables } from '../sealed-tables.ts'

const WRONG = 300
const head = actor({ role: 'townshipHead', unitCode: STREET })
const nation = { lo: '0', hi: ':' }

let world: ImportWorld
let workbook: Buffer

beforeAll(async () => {
  world = await openImportWorld()
  workbook = await readFile('test/fixtures/people-10000.xlsx')
})

afterAll(() => closeRotated(world, sealedTables, 'registry.import_batches'))

async function counted(): Promise<Record<string, number>> {
  const { rows } = await withScope(world.ownerPool, nation, 'read', (tx) =>
    tx.query<Record<string, number>>(
      `select (select count(*)::int from registry.people) as people,
              (select count(*)::int from registry.person_versions) as versions,
              (select count(*)::int from registry.citizen_directory) as citizens,
              (select coalesce(sum(quantity), 0)::int from spine.facts where kind = 'person.registered') as registered`,
    ),
  )
  return rows[0] ?? {}
}

async function returned(who: typeof head, fileId: string): Promise<SheetRow[]> {
  const { rows } = await withScope(world.appPool, who.scope, 'read', (tx) =>
    tx.query<{ address: string }>('select address from spine.files where id = $1', [fileId]),
  )
  return await world.ground.files.withPlainCopy(rows[0]?.address ?? '', async (path) => {
    const sheet: SheetRow[] = []
    for await (const batch of readWorkbook({ path })) {
      if (!batch.ok) throw new Error(batch.refusal.code)
      sheet.push(...rowsOf(batch.value))
    }
    return sheet
  })
}

test('ten thousand rows of LibreOffice with three hundred mistakes: the good ones land, the others come back with reasons; again: nobody new', async () => {
  const turns = await world.startJobs()
  const looked = value<{ importId: string; preview: ImportPreview }>(await world.start(head, { name: '花名册.xlsx', bytes: workbook }))

  await world.run(head, looked.importId)
  const first = await world.settled(head, looked.importId, 'done', 'failed')
  const after = await counted()
  const again = value<{ importId: string }>(await world.start(head, { name: '花名册.xlsx', bytes: workbook }))
  await world.run(head, again.importId)
  const second = await world.settled(head, again.importId, 'done', 'failed')
  await turns.stop()

  expect(looked.preview.columns).toHaveLength(11)
  expect(looked.preview.unmatched).toEqual(['序号'])
  expect(looked.preview.wrong.length).toBeGreaterThan(0)
  expect(first).toMatchObject({ status: 'done', rowsRead: ROWS, rowsNew: ROWS - WRONG, rowsWrong: WRONG, rowsFilled: 0, rowsUnchanged: 0 })
  expect(after).toEqual({ people: ROWS - WRONG, versions: ROWS - WRONG, citizens: ROWS - WRONG, registered: ROWS - WRONG })
  expect(second).toMatchObject({ status: 'done', rowsRead: ROWS, rowsNew: 0, rowsFilled: 0, rowsUnchanged: ROWS - WRONG, rowsWrong: WRONG })
  expect(await counted()).toEqual(after)

  const sheet = await returned(head, first.resultFileId ?? '')
  const results = sheet.filter(({ rowNumber }) => rowNumber > 2)
  expect(sheet.find(({ rowNumber }) => rowNumber === 2)?.cells.slice(-2)).toEqual(['结果', '原因'])
  expect(results.filter(({ cells }) => cells[12] === '未导入').map(({ rowNumber }) => rowNumber)).toEqual(
    Array.from({ length: ROWS }, (_, at) => at).flatMap((at) => (isWrong(at) ? [at + 3] : [])),
  )
  expect(results.filter(({ cells }) => cells[12] === '未导入' && !cells[13])).toEqual([])
  const broken = await verifyJournal(world.ownerPool)
  expect(broken.filter((verdict) => verdict.broken)).toEqual([])
}, 300_000)

test('what the file cannot be is said in a sentence', async () => {
  const start = async (name: string, bytes: Buffer) => {
    const answer = await world.start(head, { name, bytes })
    return answer.kind === 'refusal' && 'why' in answer.refusal ? answer.refusal : answer
  }

  expect(await start('截断.xlsx', workbook.subarray(0, 200_000))).toMatchObject({
    code: 'unreadable',
    sentence: expect.stringMatching(/。$/),
  })
  expect(await start('改名.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]))).toMatchObject({
    why: 'old-format',
  })
  expect(await start('加密.xlsx', encrypted())).toMatchObject({ why: 'encrypted' })
  expect(await start('没有列名.csv', Buffer.from('甲,乙\n1,2\n'))).toMatchObject({ why: 'no-header' })
  expect(await start('缺列.csv', Buffer.from('姓名,电话\n周建国,10012345678\n'))).toMatchObject({ why: 'missing-columns' })
})

const encrypted = (): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_500),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(500),
  ])
