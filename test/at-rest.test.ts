import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askExport } from '../src/modules/registry/contract.ts'
import { type Floor, openFloor } from '../src/open-floor.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { doCasework, record, seeCasework, visitTo } from './casework-world.ts'
import { openImportWorld } from './import-world.ts'
import { openFor, seats } from './matter-world.ts'
import { act, actor, capture, citizenId, FENGMING, person, see, value } from './world.ts'

/** What is nobody's business on a disk: numbers that name one citizen, where they live, what they said. */
const marked = {
  citizenId: citizenId(),
  importedId: citizenId(),
  searchedId: citizenId(),
  phone: '10047110815',
  importedPhone: '10047110816',
  matterPhone: '10047110817',
  address: '鹤鸣里九曲弄三十七号半',
  bankCard: '6222020200112233445',
  note: '夜里左膝旧伤疼得睡不着',
  corrected: '老伴说他又摔了一跤',
} as const

let folder: string
let floor: Floor

const worker = actor()

/** A morning at a station: files, visits, an import and an export, mistakes, searches. */
async function work(): Promise<void> {
  const { database } = floor
  const world = await openImportWorld({ ...database, databaseUrl: '' }, join(folder, 'files'))
  const on = world.ground
  const turns = await world.startJobs()
  const { phone, address, bankCard, note, corrected } = marked
  const someone = await person(on, { citizenId: marked.citizenId, phone, address, bankCard })
  // The same again, and wrong: what a server writes down of a refusal.
  await act(on, worker, { name: 'person.capture', input: capture({ citizenId: marked.citizenId, phone, address }) })
  await act(on, worker, { name: 'person.capture', input: capture({ citizenId: `${marked.citizenId}9`, address: `${address}\u0000` }) })
  const visit = value<{ id: string }>(await record(on, worker, { visit: visitTo(someone, { note }) }))
  const again = visitTo(someone, { note: corrected })
  value(await doCasework(on, worker, { name: 'visit.correct', input: { visitId: visit.id, reason: '记错了', corrected: again } }))
  value(await openFor(on, seats.village, { personId: someone.id, answers: { kind: 'veteran', phone: marked.matterPhone } }))
  const csv = `姓名,身份证号,户籍地,联系电话,住址\n吴国民,${marked.importedId},凤鸣路社区,${marked.importedPhone},${address}\n钱一,${marked.importedId.slice(1)},凤鸣路社区,,\n`
  const { importId } = value<{ importId: string }>(await world.start(worker, { name: '名单.csv', bytes: Buffer.from(csv) }))
  await world.run(worker, importId)
  expect(await world.settled(worker, importId, 'done', 'failed')).toMatchObject({ rowsNew: 1, rowsWrong: 1 })
  value(await act(on, worker, { name: askExport.name, input: { filter: { place: FENGMING }, purpose: '八一走访名单', full: [] } }))
  for (const query of [marked.searchedId, marked.citizenId, phone]) await see(on, worker, { name: 'person.find', input: { query } })
  await seeCasework(on, worker, { name: 'visit.get', input: { visitId: visit.id } })
  await turns.stop()
}

/** How a text may lie in a file. */
const forms = (text: string): [string, Buffer][] => [
  ['utf8', Buffer.from(text)],
  ['utf16', Buffer.from(text, 'utf16le')],
  ['reversed', Buffer.from([...text].reverse().join(''))],
  ['hex', Buffer.from(Buffer.from(text).toString('hex'))],
  ['base64', Buffer.from(Buffer.from(text).toString('base64').slice(0, -4))],
]

/** Every place on the disk where one of the texts lies, in whatever form. */
async function foundOnDisk(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const found: string[] = []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name))
    for (const [name, text] of Object.entries(texts))
      for (const [form, wanted] of forms(text)) if (bytes.includes(wanted)) found.push(`${name} ${form} ${entry.name}`)
  }
  return found
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guidui-at-rest-'))
  await chmod(folder, 0o755)
  vi.stubEnv('DATABASE_URL', undefined)
  vi.stubEnv('GUIDUI_DATA', folder)
  floor = await openFloor(readConfig(), () => undefined)
  await work()
  await floor.database.ownerPool.query('checkpoint')
})

afterAll(async () => {
  await floor.database.close()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('after a morning’s work no number, address or note lies readable in the database’s files, its log, or the stored files', async () => {
  expect(await foundOnDisk(marked)).toEqual([])
})

test('what is written in the clear is found: the search looks where things lie', async () => {
  await floor.database.ownerPool.query(`insert into app.settings (key, value) values ('planted', to_jsonb($1::text))`, [marked.phone])
  await floor.database.ownerPool.query('checkpoint')

  expect((await foundOnDisk(marked)).map((place) => place.split(' ').slice(0, 2).join(' '))).toContain('phone utf8')
  // A unit's own name is no secret.
  expect(await foundOnDisk({ unit: '凤鸣路社区' })).not.toEqual([])
})
