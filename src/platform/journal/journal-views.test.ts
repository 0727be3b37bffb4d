import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COUNTY, ELSEWHERE, openAccessWorld, VILLAGE } from '../../../test/access-world.ts'
import { ground } from '../../../test/world.ts'
import type { AccountId } from '../../kernel/id.ts'
import { rangeOf, type UnitCode } from '../../kernel/region-code.ts'
import type { Actor } from '../access/actor.ts'
import { atWork } from '../access/at-work.ts'
import type { Role } from '../access/roles.ts'
import { runView } from '../actions/run-view.ts'
import { withOwner, withScope } from '../database/scope.ts'
import { appendLeaf } from './append-leaf.ts'
import { CLOCK } from './clock-account.ts'
import { journalViews } from './journal-views.ts'

const PROVINCE = '500000000000' as UnitCode
const NEXT_COUNTY = '500113000000' as UnitCode

let world: Awaited<ReturnType<typeof openAccessWorld>>
let worker: { accountId: AccountId }
let far: { accountId: AccountId }
beforeAll(async () => {
  world = await openAccessWorld()
  worker = await world.account('near.worker', ['stationWorker'])
  far = await world.account('far.worker', ['stationWorker'], { unitCode: ELSEWHERE })
  const personal = {
    name: '李建国',
    phone: '10012345678',
    id: '990101199001011234',
    fields: 'phone name',
    madeBy: 'ca3fc840-1bbd-4d44-b60d-ca5cc9b91785',
  }
  await write(VILLAGE, { name: 'visit.record', at: '2026-06-08T16:30:00.000Z', detail: { people: 2, way: 'home' } })
  await write(VILLAGE, { name: 'person.change', at: '2026-06-09T02:00:00.000Z', detail: personal })
  await write(COUNTY, { name: 'unit.open', at: '2026-06-10T02:00:00.000Z', detail: {} })
  await write(ELSEWHERE, { name: 'visit.record', at: '2026-06-10T02:00:00.000Z', detail: { people: 1 } })
})
afterAll(() => world.close())

function write(unitCode: UnitCode, leaf: { name: string; at: string; detail: Record<string, unknown> }) {
  const { accountId } = unitCode === VILLAGE ? worker : far
  return withScope(world.appPool, rangeOf(unitCode), 'write', (tx) => appendLeaf(tx, { id: uuidv7(), unitCode, accountId, ...leaf }))
}

const reader = (role: Role, unitCode: UnitCode): Actor =>
  atWork({ accountId: uuidv7() as AccountId, name: '裘真', unitCode, roles: [role] })
const supervisor = reader('supervisor', COUNTY)

function sees(actor: Actor, name: string, input: object) {
  const view = journalViews.find(({ contract }) => contract.name === name)
  if (!view) throw new Error(`no view ${name}`)
  return runView(ground(world), view, { actor, input })
}

async function rowsOf(actor: Actor, input: object): Promise<{ actionName: string; bureauCode: string; account: unknown }[]> {
  const answer = await sees(actor, 'journal.list', input)
  if (answer.kind !== 'value') throw new Error(JSON.stringify(answer))
  return (answer.value as { rows: { actionName: string; bureauCode: string; account: unknown }[] }).rows
}

const problem = (code: string) => ({ kind: 'problem', problem: { code } })

test('a supervisor reads the leaves of the county, newest first, with the names of accounts in range and of no other', async () => {
  const rows = await rowsOf(supervisor, { place: COUNTY })

  expect(rows.map(({ actionName }) => actionName)).toEqual(['unit.open', 'person.change', 'visit.record'])
  expect(rows[2]).toMatchObject({
    seq: '1',
    recordedAt: '2026-06-08T16:30:00.000Z',
    by: 'account',
    account: { login: 'near.worker' },
    unitCode: VILLAGE,
    detail: { people: 2, way: 'home' },
  })
  expect(rows[0]).toMatchObject({ by: 'outside', account: null })
})

test('a station worker may not read the journal, and for a stranger the place does not exist', async () => {
  const stranger = reader('auditAdministrator', NEXT_COUNTY)

  expect(await sees(reader('stationWorker', VILLAGE), 'journal.list', { place: VILLAGE })).toEqual(problem('not-permitted'))
  expect(await sees(stranger, 'journal.list', { place: COUNTY })).toEqual(problem('not-found'))
  expect((await rowsOf(stranger, { place: NEXT_COUNTY })).map(({ bureauCode }) => bureauCode)).toEqual(['500113'])
})

test('a name, a phone, an identity number or an id never leaves, even where an action wrote it down', async () => {
  const answer = await sees(supervisor, 'journal.list', { place: VILLAGE, actionName: 'person.change' })

  expect(answer).toMatchObject({ value: { rows: [{ detail: { fields: 'phone name' } }] } })
  expect(JSON.stringify(answer)).not.toMatch(/李建国|10012345678|990101199001011234|ca3fc840/)
})

test('pages follow each other without a gap and without repeating, over several bureaus', async () => {
  const province = reader('auditAdministrator', PROVINCE)
  const seen: string[] = []
  for (let cursor: string | undefined, page = 0; page < 4; page += 1) {
    const answer = await sees(province, 'journal.list', { place: PROVINCE, limit: 1, ...(cursor ? { cursor } : {}) })
    const { rows, next } = (answer as unknown as { value: { rows: { bureauCode: string; seq: string }[]; next?: string } }).value
    seen.push(...rows.map(({ bureauCode, seq }) => `${bureauCode}/${seq}`))
    cursor = next
    if (page === 3) expect(next).toBeUndefined()
  }

  expect(seen).toEqual(['500112/3', '500113/1', '500112/2', '500112/1'])
})

test('a day is a day in China, and the filters narrow together', async () => {
  const onNinth = await rowsOf(supervisor, { place: COUNTY, from: '2026-06-09', to: '2026-06-09' })
  const byOther = await rowsOf(supervisor, { place: COUNTY, from: '2026-06-09', accountId: far.accountId })

  expect(onNinth.map(({ actionName }) => actionName)).toEqual(['person.change', 'visit.record'])
  expect(byOther.map(({ actionName }) => actionName)).toEqual(['unit.open'])
  expect(await rowsOf(supervisor, { place: COUNTY, subjectId: uuidv7() })).toEqual([])
})

test('the chain of the county is shown and found whole; that of the next county does not exist', async () => {
  const chains = await sees(supervisor, 'journal.chains', { place: COUNTY })
  const verdict = await sees(supervisor, 'journal.verify', { bureauCode: '500112' })

  expect(chains).toMatchObject({ value: { rows: [{ bureauCode: '500112', leaves: '3' }] } })
  expect(verdict).toMatchObject({ value: { from: '1', walked: 3, head: (chains as unknown as Heads).value.rows[0]?.head } })
  expect(JSON.stringify(verdict)).not.toContain('broken')
  expect(await sees(supervisor, 'journal.verify', { bureauCode: '500113' })).toEqual(problem('not-found'))
})
type Heads = { value: { rows: { head: string }[] } }

test('a leaf that was changed afterwards is named', async () => {
  await withOwner(world.ownerPool, (tx) =>
    tx.query(`update spine.leaves set canon = replace(canon, '"people":1', '"people":9') where bureau_code = '500113'`),
  )

  const verdict = await sees(reader('auditAdministrator', NEXT_COUNTY), 'journal.verify', { bureauCode: '500113' })

  expect(verdict).toMatchObject({ value: { walked: 0, broken: { seq: '1', why: 'hash' } } })
})

test('what a person did on a phone, and what the clock did, is not an account of somewhere else', async () => {
  const own = uuidv7() as AccountId
  await withOwner(world.ownerPool, (tx) =>
    tx.query("insert into access.personal_accounts (account_id, phone_index, phone, created_at) values ($1, 'i', 'p', now())", [own]),
  )
  const at = '2026-06-11T02:00:00.000Z'
  for (const [name, accountId] of [
    ['mine.rate', own],
    ['matter.lapse', CLOCK],
  ] as const) {
    const leaf = { id: uuidv7(), name, unitCode: NEXT_COUNTY, accountId, at, detail: {} }
    await withScope(world.appPool, rangeOf(NEXT_COUNTY), 'write', (tx) => appendLeaf(tx, leaf))
  }

  const rows = await rowsOf(reader('supervisor', NEXT_COUNTY), { place: NEXT_COUNTY, from: '2026-06-11' })

  expect(rows).toMatchObject([
    { actionName: 'matter.lapse', by: 'clock', account: null },
    { actionName: 'mine.rate', by: 'person', account: null },
  ])
})
