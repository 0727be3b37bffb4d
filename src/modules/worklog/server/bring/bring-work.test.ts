import { afterAll, describe, expect, test } from 'vitest'
import { openImportWorld } from '../../../../../test/import-world.ts'
import { doWork, workFigures } from '../../../../../test/work-world.ts'
import { actor, BANAN, ELSEWHERE, FENGMING, NEIGHBOUR, person, value, YUBEI } from '../../../../../test/world.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { workbookOf } from '../../../../platform/workbook/fixtures/workbook-of.ts'
import type { WrongRow } from '../../contract.ts'

const world = await openImportWorld()
afterAll(world.close)
const officer = actor({ unitCode: YUBEI, role: 'countyOfficer' })

interface Brought {
  rows: number
  fresh: number
  already: number
  wrong: WrongRow[]
  wrongRows: number
  landed: boolean
}

const bring = (input: object, who = officer) =>
  doWork(world.ground, who, { name: 'work.bring', input: { kind: 'merchant', unitCode: YUBEI, land: true, ...input } })
const brought = async (input: object): Promise<Brought> => value<Brought>(await bring(input))

const SHEET = [
  '渝北区拥军商户台账',
  '起始日期,单位代码,企业名称,统一社会信用代码,平台,优惠内容',
  `2026年3月1日,${FENGMING},老兵面馆,,拥军宝,九折`,
  `2026-03-02,${NEIGHBOUR},战友超市,91110000600037341L,拥军宝,免费送货`,
  `2026-03-02,${NEIGHBOUR},战友超市,91110000600037341L,拥军宝,免费送货`,
].join('\n')

describe('a sheet', () => {
  test('is looked at first, then brought in for each unit it names, and again brings nothing new', async () => {
    const seen = await brought({ source: { sheet: SHEET }, land: false })
    const before = await workFigures(world, { unitCode: FENGMING })
    const landed = await brought({ source: { sheet: SHEET } })
    const again = await brought({ source: { sheet: SHEET } })

    expect(seen).toMatchObject({ rows: 3, fresh: 3, already: 0, wrong: [], landed: false })
    expect(before).toEqual({})
    expect(landed).toMatchObject({ fresh: 3, already: 0, landed: true })
    expect(again).toMatchObject({ fresh: 0, already: 3 })
    expect(await workFigures(world, { unitCode: FENGMING })).toEqual({ 'work.merchant {"app": "yongjunbao"}': 1 })
    expect(await workFigures(world, { unitCode: NEIGHBOUR })).toEqual({ 'work.merchant {"app": "yongjunbao"}': 2 })
  })

  test('as a file is read like one that is pasted', async () => {
    const fileId = await world.upload(officer, '商户.csv', Buffer.from(SHEET))

    expect(await brought({ source: { fileId } })).toMatchObject({ rows: 3, fresh: 0, already: 3 })
  })

  test('is found in a workbook behind a page of explanations, without the sum under it', async () => {
    const rows = [...SHEET.split('\n').map((line) => line.split(',')), ['合计', '', '3']]
    const book = workbookOf({ name: '填表说明', rows: [['一、由各区县填报'], ['二、金额以元计']] }, { name: '商户', rows })
    const fileId = await world.upload(officer, '商户.xlsx', book)

    expect(await brought({ source: { fileId } })).toMatchObject({ rows: 3, fresh: 0, already: 3, wrong: [] })
  })

  test('of more rows than are read at once is read to its end', async () => {
    const lines = Array.from({ length: 2400 }, (_, at) => `2026-03-01,,第${at}号老兵店,,拥军宝,九折`)
    const fileId = await world.upload(
      officer,
      '商户.csv',
      Buffer.from(['起始日期,单位代码,企业名称,统一社会信用代码,平台,优惠内容', ...lines].join('\n')),
    )

    expect(await brought({ source: { fileId }, land: false })).toMatchObject({ rows: 2400, fresh: 2400, wrong: [] })
  })

  test('of more rows than one sheet may bring is refused as a file too, and nothing of it comes in', async () => {
    const line = `2026-03-01,,${'老'.repeat(80)}店,,拥军宝,九折`
    const sheet = ['起始日期,单位代码,企业名称,统一社会信用代码,平台,优惠内容', ...Array.from({ length: 5001 }, () => line)].join('\n')
    const fileId = await world.upload(officer, '商户.csv', Buffer.from(sheet))

    const sentence = '表里超过 5000 行。请分成几张表，一张一张导入。'
    expect(await bring({ source: { fileId }, land: false })).toEqual({ kind: 'refusal', refusal: { code: 'unreadable', sentence } })
  })

  test('with wrong rows says of each what and where, and brings in the others', async () => {
    const sheet = [
      '起始日期\t单位代码\t企业名称\t统一社会信用代码\t平台\t优惠内容',
      '2026-02-30\t\t甲店\t\t拥军宝\t九折',
      `2026-03-01\t500113001001\t乙店\t\t拥军宝\t九折`,
      '2026-03-01\t\t\t\t拥军宝\t九折',
      '2026-03-01\t\t丁店\t91110000600037341X\t拥军宝\t九折',
      '2026-03-01\t\t戊店\t\t别的\t九折',
      '2027-03-01\t\t己店\t\t拥军宝\t九折',
      '2026-03-01\t\t庚店\t\t拥军宝\t八折',
    ].join('\n')

    const answer = await brought({ source: { sheet } })

    expect(answer).toMatchObject({ rows: 7, fresh: 1, wrongRows: 6 })
    expect(answer.wrong).toEqual([
      { row: 2, column: '起始日期', why: 'not-a-day' },
      { row: 3, column: '单位代码', why: 'wrong-unit' },
      { row: 4, column: '单位名称', why: 'no-organisation' },
      { row: 5, column: '统一社会信用代码', why: 'wrong-uscc' },
      { row: 6, column: '平台', why: 'not-a-choice' },
      { row: 7, column: '起始日期', why: 'in-the-future' },
    ])
  })

  test('without its columns is refused in a sentence', async () => {
    expect(await bring({ source: { sheet: '日期,金额\n2026-01-01,3\n' } })).toMatchObject({
      refusal: { code: 'unreadable', sentence: expect.stringContaining('单位名称') },
    })
  })

  test('of a unit that there is not is named as such', async () => {
    const sheet = '日期,单位代码,内容\n2026-03-01,500112017099,保障法\n'

    expect(await brought({ kind: 'study', source: { sheet } })).toMatchObject({
      fresh: 0,
      wrong: [{ row: 2, column: '单位代码', why: 'not-a-unit' }],
    })
  })

  test('of somebody else is not there, and a neighbour brings nothing in', async () => {
    const fileId = await world.upload(actor({ unitCode: YUBEI, role: 'countyOfficer' }), '商户.csv', Buffer.from(SHEET))
    const neighbour = actor({ unitCode: BANAN, role: 'countyOfficer' })

    expect(await bring({ source: { fileId } })).toEqual({ kind: 'refusal', refusal: { code: 'no-such-file' } })
    expect(await bring({ source: { sheet: SHEET } }, neighbour)).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
  })

  test('may name people by their id numbers, and says of whom there is no file without repeating a number', async () => {
    const [first, second, elsewhere] = [
      await person(world.ground),
      await person(world.ground),
      await person(world.ground, { unitCode: ELSEWHERE }),
    ]
    const sheet = [
      '日期\t身份证号\t类型\t参加人次',
      `2026-05-01\t${first.citizenId}、${second.citizenId}\t护航高考\t2`,
      `2026-05-02\t${elsewhere.citizenId}\t护航高考\t1`,
      '2026-05-03\t990101199001011234\t护航高考\t1',
    ].join('\n')

    const answer = await brought({ kind: 'volunteerActivity', source: { sheet } })

    expect(answer).toMatchObject({ fresh: 1, wrongRows: 2 })
    expect(answer.wrong).toEqual([
      { row: 3, column: '身份证号', why: 'person-not-found' },
      { row: 4, column: '身份证号', why: 'wrong-citizen-id' },
    ])
    const { rows } = await withScope(world.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
      tx.query<{ person_ids: string[] }>("select person_ids from spine.facts where kind = 'work.volunteerActivity'"),
    )
    expect(rows.map(({ person_ids }) => person_ids.toSorted())).toEqual([[first.id, second.id].toSorted()])
    expect(JSON.stringify(answer)).not.toContain('990101')
  })

  test('sent twice at once lands once', async () => {
    const sheet = '日期,内容,参加人数\n2026-04-01,条例,"1,200人"\n'.replace('"1,200人"', '35人')
    const send = () => bring({ kind: 'study', source: { sheet } })

    const answers = await Promise.all([send(), send()])

    expect(answers.map((answer) => value<Brought>(answer).fresh).toSorted()).toEqual([0, 1])
    expect(await workFigures(world, { unitCode: YUBEI })).toMatchObject({ 'work.study {}': 1, 'work.studyPeople {}': 35 })
  })
})
