import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportWorld, openImportWorld } from '../../../../../test/import-world.ts'
import { actor, citizenId, ELSEWHERE, FENGMING, person, value } from '../../../../../test/world.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Import, ImportPreview } from '../../contract.ts'
import { ALL_ROWS, listOutcomes } from './outcomes.ts'

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

const csv = (...lines: string[]) => ({
  name: '名单.csv',
  bytes: Buffer.from(`姓名,身份证号,户籍地,联系电话,文化程度\n${lines.join('\n')}\n`),
})

type Outcomes = Map<number, { result: string; reason?: string }>

async function outcomesOf(importId: string, rows = ALL_ROWS): Promise<Outcomes> {
  return await withScope(world.appPool, clerk.scope, 'read', (tx) =>
    listOutcomes(tx, world.ground.secrets, { row: { id: importId, unit_code: clerk.unitCode }, ...rows }),
  )
}

async function imported(...lines: string[]): Promise<{ importId: string; shown: Import; outcomes: Outcomes }> {
  const { importId } = value<{ importId: string }>(await world.start(clerk, csv(...lines)))
  await world.run(clerk, importId)
  const shown = await world.settled(clerk, importId, 'done', 'failed')
  return { importId, shown, outcomes: await outcomesOf(importId) }
}

async function versionsOf(id: string) {
  const { rows } = await withScope(world.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ reason: string; fields: string[]; education: string | null; phone: Buffer | null }>(
      `select v.reason, v.fields, p.education, p.phone from registry.person_versions v
         join registry.people p on p.bureau_code = v.bureau_code and p.id = v.person_id where p.id = $1 order by v.version`,
      [id],
    ),
  )
  return rows
}

test('a known person gets what is filled; an empty cell blanks nothing, and the version says where it comes from', async () => {
  const known = await person(world.ground, { phone: '10012345678' })

  const { importId, shown, outcomes } = await imported(`周建国,${known.citizenId},,,初中`)
  const versions = await versionsOf(known.id)

  expect(shown).toMatchObject({ rowsFilled: 1, rowsNew: 0 })
  expect(outcomes.get(2)).toMatchObject({ result: '已补充' })
  expect([
    ...(await outcomesOf(importId, { first: 2, last: 2 })).keys(),
    ...(await outcomesOf(importId, { first: 3, last: 9 })).keys(),
  ]).toEqual([2])
  expect(versions.map(({ reason, fields }) => [reason, fields])).toContainEqual(['导入', ['education']])
  expect(versions[0]).toMatchObject({ education: 'juniorMiddle', phone: expect.any(Buffer) })
})

test('the same number under another name is not taken for a new name', async () => {
  const known = await person(world.ground)

  const { outcomes } = await imported(`李四,${known.citizenId},,,初中`)

  expect(outcomes.get(2)).toMatchObject({ result: '未导入', reason: expect.stringContaining('周*国') })
  expect(await versionsOf(known.id)).toHaveLength(1)
})

test('a twin outside the range is refused in words that say nothing of where', async () => {
  const twin = await person(world.ground, { unitCode: ELSEWHERE })

  const { outcomes } = await imported(`周建国,${twin.citizenId},凤鸣路社区,,`)

  expect(outcomes.get(2)?.result).toBe('未导入')
  expect(outcomes.get(2)?.reason).toContain('其他地方')
  expect(outcomes.get(2)?.reason).not.toMatch(/巴|5001/)
})

test('who stands twice in a workbook gets one file', async () => {
  const id = citizenId()

  const { shown } = await imported(`王卫东,${id},凤鸣路社区,,`, `王卫东,${id},凤鸣路社区,,高中`, `王卫东,${id},,,高中`)

  expect(shown).toMatchObject({ rowsNew: 1, rowsFilled: 1, rowsUnchanged: 1, rowsWrong: 0 })
})

test('sums and signatures in a list are none of its rows', async () => {
  const rows = [
    `周建国,${citizenId()},凤鸣路社区,,初中`,
    '小计,1,,,',
    `吴国民,${citizenId()},凤鸣路社区,,初中`,
    '合 计,2,,,',
    '制表人：陈晓琴,,,,',
  ]
  const { preview } = value<{ preview: ImportPreview }>(await world.start(clerk, csv(...rows)))

  const { shown, outcomes } = await imported(...rows)

  expect(preview).toMatchObject({ looked: 2, wrong: [] })
  expect(shown).toMatchObject({ rowsRead: 2, rowsNew: 2, rowsWrong: 0 })
  expect([...outcomes.keys()]).toEqual([2, 4])
})

test('full width, odd spaces and spoken places are repaired, and said', async () => {
  const wide = citizenId().replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

  const { outcomes } = await imported(`张　三,${wide},重庆市渝北区双凤桥街道凤鸣路社区,１００１２３４５６７９,`)

  expect(outcomes.get(2)).toMatchObject({ result: '新建档', reason: expect.stringContaining('已改全角字符：身份证号') })
})

test('an import that is cancelled before its turn takes nothing in', async () => {
  const { importId } = value<{ importId: string }>(await world.start(clerk, csv(`赵六,${citizenId()},凤鸣路社区,,`)))

  const cancelled = await world.cancel(clerk, importId)
  const late = await world.run(clerk, importId)

  expect(cancelled).toMatchObject({ kind: 'value', value: { status: 'cancelled' } })
  expect(late).toMatchObject({ kind: 'refusal', refusal: { code: 'not-to-run', status: 'cancelled' } })
  expect(await world.get(clerk, importId)).toMatchObject({ rowsRead: 0 })
})

test('an import that a killed process left goes on after its last settled row, and nobody lands twice', { timeout: 90_000 }, async () => {
  const given = (at: number) => [at, at / 10, at / 100].map((place) => '一二三四五六七八九十'[Math.floor(place) % 10]).join('')
  const lines = Array.from({ length: 7_000 }, (_, at) => `钱${given(at)},${citizenId()},凤鸣路社区,,`)
  const { importId } = value<{ importId: string }>(await world.start(clerk, csv(...lines)))
  await world.run(clerk, importId)
  await until(async () => (await world.get(clerk, importId)).rowsRead > 0)

  await turns.stop()
  const stopped = await world.get(clerk, importId)
  turns = await world.startJobs()
  const shown = await world.settled(clerk, importId, 'done', 'failed')

  expect(stopped.status).toBe('running')
  expect(stopped.rowsRead).toBeLessThan(7_000)
  expect(shown).toMatchObject({ status: 'done', rowsRead: 7_000, rowsNew: 7_000 })
})

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('only whoever brought a workbook runs it; to a stranger it is not there, to a colleague its result is not', async () => {
  const [colleague, stranger] = [actor(), actor({ unitCode: ELSEWHERE })]
  const { importId } = value<{ importId: string }>(await world.start(clerk, csv(`孙七,${citizenId()},凤鸣路社区,,`)))

  expect(await world.run(colleague, importId)).toMatchObject({ problem: { code: 'not-found' } })
  expect(await world.get(colleague, importId)).toMatchObject({ can: { run: false, cancel: false }, resultFileId: null })
  await expect(world.get(stranger, importId)).rejects.toThrow('not-found')
})

test('the preview masks what is personal and says what would be refused', async () => {
  const id = citizenId()
  const { preview } = value<{ preview: ImportPreview }>(
    await world.start(clerk, csv(`孙七,${id},凤鸣路社区,10012345678,`, `孙八,${id.slice(0, 17)},${FENGMING},,`)),
  )

  expect(JSON.stringify(preview)).not.toContain(id)
  expect(JSON.stringify(preview)).not.toContain('10012345678')
  expect(preview.wrong).toMatchObject([{ rowNumber: 3, reasons: ['身份证号：应为 18 位（或老的 15 位），这里是 17 位，请核对'] }])
})
