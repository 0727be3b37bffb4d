import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportWorld, openImportWorld } from '../../../../../test/import-world.ts'
import { act, actor, ELSEWHERE, FENGMING, person, see, value, YUBEI } from '../../../../../test/world.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { findOwnFile } from '../../../../platform/files/index.ts'
import { readWorkbook, rowsOf } from '../../../../platform/workbook/index.ts'
import { approveExport, askExport, declineExport, type Export, listExports } from '../../contract.ts'

const clerk = actor()
const approver = actor({ role: 'countyApprover', unitCode: YUBEI, name: '何批准' })
let world: ImportWorld
let turns: Awaited<ReturnType<ImportWorld['startJobs']>>

beforeAll(async () => {
  world = await openImportWorld()
  turns = await world.startJobs()
  await person(world.ground, { name: '周建国', phone: '10012345678', address: '=HYPERLINK("x")' })
})

afterAll(async () => {
  await turns.stop()
  await world.close()
})

const ask = (who: Actor, more: object = {}) =>
  act(world.ground, who, { name: askExport.name, input: { filter: { place: FENGMING }, purpose: '八一走访名单', ...more } })

async function listed(who: Actor, id: string): Promise<Export | undefined> {
  const page = value<{ rows: Export[] }>(await see(world.ground, who, { name: listExports.name, input: { place: FENGMING } }))
  return page.rows.find((row) => row.id === id)
}

async function done(who: Actor, id: string): Promise<Export> {
  for (;;) {
    const row = await listed(who, id)
    if (row?.status === 'done') return row
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function cellsOf(who: Actor, fileId: string): Promise<string[][]> {
  const asked = { id: fileId, ownerId: who.accountId, now: world.ground.clock.now() }
  const file = await withScope(world.appPool, who.scope, 'read', (tx) => findOwnFile(tx, asked))
  return await world.ground.files.withPlainCopy(file?.address ?? '', async (path) => {
    const rows: string[][] = []
    for await (const batch of readWorkbook({ path })) if (batch.ok) rows.push(...rowsOf(batch.value).map(({ cells }) => [...cells]))
    return rows
  })
}

test('a short roster leaves masked at once, with who and what for above it', async () => {
  const asked = value<{ exportId: string; status: string }>(await ask(clerk))

  const row = await done(clerk, asked.exportId)
  const cells = await cellsOf(clerk, row.fileId ?? '')

  expect(asked.status).toBe('queued')
  expect(cells[0]?.[0]).toContain('陈晓琴')
  expect(cells[1]?.[0]).toContain('八一走访名单')
  expect(JSON.stringify(cells)).toContain('周*国')
  expect(JSON.stringify(cells)).not.toContain('10012345678')
})

test('full columns wait for a second person, who is never the one who asked', async () => {
  const filter = { place: FENGMING, minAge: 18, status: ['active'] }
  const asked = value<{ exportId: string; status: string }>(await ask(clerk, { filter, full: ['name', 'phone'] }))
  const both: Actor = { ...clerk, grants: new Set([...clerk.grants, 'export.approve']) }

  const own = await act(world.ground, both, { name: approveExport.name, input: { exportId: asked.exportId } })
  const waiting = await listed(clerk, asked.exportId)
  value(await act(world.ground, approver, { name: approveExport.name, input: { exportId: asked.exportId } }))
  const row = await done(clerk, asked.exportId)

  expect(own).toMatchObject({ refusal: { code: 'own-request' } })
  expect(waiting).toMatchObject({ status: 'waiting', fileId: null, filter })
  expect((await listed(approver, asked.exportId))?.fileId).toBeNull()
  expect(JSON.stringify(await cellsOf(clerk, row.fileId ?? ''))).toContain('10012345678')
})

test('an approver of another county does not find the request, and nobody exports a place outside their range', async () => {
  const asked = value<{ exportId: string }>(await ask(clerk, { full: ['phone'] }))
  const other = actor({ role: 'countyApprover', unitCode: '500113000000' as never })

  const approved = await act(world.ground, other, { name: approveExport.name, input: { exportId: asked.exportId } })
  const foreign = await ask(clerk, { filter: { place: ELSEWHERE } })

  expect(approved).toMatchObject({ problem: { code: 'not-found' } })
  expect(foreign).toMatchObject({ problem: { code: 'not-found' } })
})

test('who may not see full data may not ask for it, and nobody found is said', async () => {
  const city = actor({ role: 'cityOfficer', unitCode: '500000000000' as never })

  expect(await ask(city, { full: ['phone'] })).toMatchObject({ refusal: { code: 'not-in-full' } })
  expect(await ask(clerk, { filter: { place: FENGMING, minAge: 140 } })).toMatchObject({ refusal: { code: 'nobody-found' } })
})

test('nobody agrees to more people than they were told: the roster is counted again', async () => {
  const filter = { place: FENGMING, minAge: 90 }
  const old = { bornOn: '1930-01-01' }
  await person(world.ground, { name: '老周', ...old })
  const asked = value<{ exportId: string; people: number }>(await ask(clerk, { filter, full: ['name'] }))
  await person(world.ground, { name: '老吴', ...old })
  const approve = (people?: number) =>
    act(world.ground, approver, { name: approveExport.name, input: { exportId: asked.exportId, ...(people && { people }) } })

  const refused = await approve()
  const waiting = await listed(clerk, asked.exportId)
  value(await approve(2))
  const row = await done(clerk, asked.exportId)

  expect(asked.people).toBe(1)
  expect(refused).toMatchObject({ refusal: { code: 'has-grown', people: 2 } })
  expect(waiting).toMatchObject({ status: 'waiting' })
  expect(row.people).toBe(2)
})

test('a second person declines with a reason, and what is decided stays decided', async () => {
  const asked = value<{ exportId: string }>(await ask(clerk, { full: ['phone'] }))

  const own = await act(world.ground, { ...clerk, grants: approver.grants }, declining(asked.exportId))
  value(await act(world.ground, approver, declining(asked.exportId)))
  const late = await act(world.ground, approver, { name: approveExport.name, input: { exportId: asked.exportId } })
  const row = await listed(clerk, asked.exportId)

  expect(own).toMatchObject({ refusal: { code: 'own-request' } })
  expect(late).toMatchObject({ refusal: { code: 'already-decided', status: 'declined' } })
  expect(row).toMatchObject({ status: 'declined', answer: '用途说不清', decidedByName: '何批准', fileId: null })
})

const declining = (exportId: string) => ({ name: declineExport.name, input: { exportId, answer: '用途说不清' } })

test('whoever may not approve cannot, and a list of mine holds nobody else’s', async () => {
  const colleague = actor({ name: '同事' })
  const asked = value<{ exportId: string }>(await ask(clerk, { full: ['phone'] }))

  const approved = await act(world.ground, colleague, { name: approveExport.name, input: { exportId: asked.exportId } })
  const mine = async (who: Actor) =>
    value<{ rows: Export[] }>(await see(world.ground, who, { name: listExports.name, input: { place: FENGMING, mine: true } })).rows

  expect(approved).toMatchObject({ problem: { code: 'not-permitted' } })
  expect(await mine(colleague)).toEqual([])
  expect((await mine(clerk)).map(({ id }) => id)).toContain(asked.exportId)
})
