import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { doMatter, type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../../test/matter-world.ts'
import { actor, divisions, ground, NEIGHBOUR, person, value, YUBEI } from '../../../../../../test/world.ts'
import type { Actor } from '../../../../../platform/access/actor.ts'
import type { Matter } from '../../../contract.ts'
import { matterTypes } from '../load-types.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const { village, county } = seats
const run = promisify(execFile)
const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

interface Page {
  readonly title: { zh: string }
  readonly rows: string[][]
  readonly paragraphs: string[]
}

const print = (who: Actor, matterId: string, letter: string) => seeMatter(on, who, { name: 'matter.letter', input: { matterId, letter } })
const write = (who: Actor, matterId: string, letter: string) =>
  doMatter(on, who, { name: 'matter.writeLetter', input: { matterId, letter } })

/** Reports in for somebody, with the papers, and is received: the whole in one sitting. */
async function reported() {
  const someone = await person(on, { name: '欧阳建国', phone: '10012344821', address: '凤鸣路18号' })
  const items = ['registry', 'household', 'identityCard', 'reserve', 'party', 'pension', 'medical', 'grant', 'card']
  const answers = { dischargedOn: '2026-06-01', phone: '10012344821', items, wish: 'work' }
  const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'reportIn', answers }))
  for (const code of ['certificate', 'letter'])
    value(await doMatter(on, village, { name: 'matter.giveDocument', input: { matterId: id, code } }))
  value(await step(on, county, { matterId: id, step: 'accept' }))
  return { id, someone }
}

/** What LibreOffice reads in a Word file. */
async function readBack(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guidui-letter-'))
  try {
    await writeFile(join(folder, 'paper.docx'), Buffer.from(content, 'base64'))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const asText = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'paper.docx')]
    await run('soffice', [profile, ...asText], { timeout: 150_000 })
    return await readFile(join(folder, 'paper.txt'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('the receipt', () => {
  test('is there from the first step of every kind that a person asks for', () => {
    const asked = matterTypes.filter(({ begins }) => begins.by.includes('applicant'))

    expect(asked.length).toBeGreaterThanOrEqual(11)
    for (const { letters, begins } of asked) expect([letters?.['receipt']?.name.zh, begins.prints]).toEqual(['受理回执', ['receipt']])
  })

  test('says the number, and all papers that are wanting at once; a sealed kind gives it to the station too', async () => {
    const someone = await person(on)
    const card = value<OpenedMatter>(await openFor(on, village, { personId: someone.id }))
    const answers = { question: '名誉受损怎么办', phone: '10012345678' }
    const advice = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'legalAdvice', answers }))

    const paragraphs = value<Page>(await print(village, card.id, 'receipt')).paragraphs.join('')
    expect(paragraphs).toContain(`编号${card.id.slice(-8).toUpperCase()}`)
    expect(paragraphs).toContain('还缺材料（一次说全）：白底证件照（不着制式服装）、退役证件。')
    expect(value<Page>(await print(village, advice.id, 'receipt')).paragraphs.join('')).not.toContain('名誉')
    expect(value<Matter>(await seeMatter(on, village, { name: 'matter.get', input: { matterId: advice.id } })).letters).toHaveLength(1)
  })
})

describe('the register of reporting in', () => {
  test('is masked on the page and full in the Word file, which leaves a leaf', async () => {
    const { id, someone } = await reported()

    const page = value<Page>(await print(county, id, 'register'))
    const file = value<{ name: string; content: string }>(await write(county, id, 'register'))

    expect(page.rows.flat()).toContain('欧阳*国')
    expect(page.rows.flat().join()).not.toContain(someone.citizenId)
    expect(file.name).toMatch(/^退役军人报到登记表-\d{4}-\d\d-\d\d\.docx$/)
    const leaves = await rowsOf<{ canon: string }>(
      database,
      "select canon from spine.leaves where action_name = 'matter.writeLetter' and subject_id = $1",
      [someone.id],
    )
    expect(leaves).toHaveLength(1)
    expect(leaves[0]?.canon).not.toContain('欧阳')
  })

  test.runIf(hasOffice)('is read by LibreOffice with its nine items ticked', { timeout: 180_000 }, async () => {
    const { id, someone } = await reported()

    const text = await readBack(value<{ content: string }>(await write(county, id, 'register')).content)

    expect(text).toContain('退役军人报到登记表')
    expect(text).toContain('欧阳建国')
    expect(text).toContain(someone.citizenId)
    expect(text.match(/☑/g)).toHaveLength(10)
    expect(text).toContain('2026年6月1日')
  })
})

describe('a letter is refused', () => {
  test('that no step has printed yet', async () => {
    const someone = await person(on)
    const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id }))

    expect(await print(village, id, 'refusal')).toMatchObject({ problem: { code: 'not-found' } })
    expect(await write(village, id, 'refusal')).toMatchObject({ refusal: { code: 'no-such-letter' } })
  })

  test('where its words are sealed, to strangers, and as a file to whoever only looks', async () => {
    const someone = await person(on)
    const answers = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
    const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'petition', answers }))
    for (const name of ['forward', 'accept']) value(await step(on, county, { matterId: id, step: name }))

    expect(await write(village, id, 'acceptance')).toMatchObject({ refusal: { code: 'no-such-letter' } })
    expect(await write(actor({ unitCode: NEIGHBOUR }), id, 'receipt')).toMatchObject({ problem: { code: 'not-found' } })
    expect(await write(actor({ unitCode: YUBEI, role: 'supervisor' }), id, 'receipt')).toMatchObject({ problem: { code: 'not-permitted' } })
    expect((await write(county, id, 'acceptance')).kind).toBe('value')
  })

  test('in full to whoever may not see full data: a city officer gets it masked', async () => {
    const { id } = await reported()

    const [full, masked] = [await write(county, id, 'register'), await write(seats.city, id, 'register')].map(
      (answer) => value<{ content: string }>(answer).content.length,
    )

    expect(masked).toBeLessThan(full ?? 0)
  })
})
