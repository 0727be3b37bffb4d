import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { benefit, office, seeBenefit } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { act, actor, divisions, FENGMING, ground, person, value, YUBEI } from '../../../../../test/world.ts'
import type { listConfirming } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database, '2026-06-10T02:00:00.000Z')
const say = (who: (typeof office)[keyof typeof office], name: string, input: object) => benefit(on, who, { name, input })
const look = (who: (typeof office)[keyof typeof office], unitCode = YUBEI) =>
  seeBenefit(on, who, { name: 'benefit.confirming', input: { unitCode } })

/** A confirmation as its steps have left it. */
async function confirmation(personId: string, state: string, dueOn: string): Promise<void> {
  const outcome = { confirmed: 'granted', notConfirmed: 'refused' }[state] ?? null
  await database.ownerPool.query(
    `insert into casework.matters (bureau_code, id, unit_code, person_id, type_code, type_version, state, holder, channel, answers, due_on, held_since,
            outcome, closed_on, opened_on, opened_at, opened_by)
     values (left($1, 6), $2, $1, $3, 'annualConfirmation', 1, $4, case when $5::text is null then 'station' end, 'window', '\\x00', $6, '2026-04-01',
             $5, case when $5::text is not null then date '2026-05-01' end, '2026-04-01', '2026-04-01', $7)`,
    [FENGMING, uuidv7(), personId, state, outcome, dueOn, uuidv7()],
  )
}

test('entitlements that wait for the confirmation of the year are listed for those who pay, and nobody else sees them', async () => {
  const identities = [{ classCode: 'KIN-M', fromOn: '2018-01-01' }] as never
  const people: string[] = []
  for (let at = 0; at < 5; at += 1) people.push((await person(on, { identities })).id)
  const [overdue = '', due = '', confirmed = '', resumed = '', untouched = ''] = people
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed'`)
  value(await say(office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
  value(await say(office.approver, 'benefit.approve', { unitCode: YUBEI }))
  await confirmation(overdue, 'overdue', '2026-05-31')
  await confirmation(due, 'due', '2026-06-30')
  await confirmation(confirmed, 'confirmed', 'infinity')
  await confirmation(resumed, 'confirmed', 'infinity')
  const suspended = { kind: 'suspended', reason: 'unconfirmed', effectiveOn: '2026-05-01', evidence: '渝北退役函〔2026〕5号' }
  value(await say(office.clerk, 'benefit.recordEvent', { personId: resumed, event: suspended }))

  const seen = value<z.output<typeof listConfirming.output>>(await look(office.supervisor))

  expect(seen.rows.map(({ personId, risk, isSuspended }) => [personId, risk, isSuspended])).toEqual([
    [resumed, null, true],
    [overdue, 'overdue', false],
    [due, 'due', false],
    [untouched, 'notBegun', false],
  ])
  expect(seen).toMatchObject({ confirmed: 2, toResume: 1, byRisk: { failed: 0, overdue: 1, toCheck: 0, due: 1, notBegun: 1 } })
  value(
    await say(office.clerk, 'benefit.recordEvent', {
      personId: resumed,
      event: { ...suspended, kind: 'resumed', effectiveOn: '2026-06-09' },
    }),
  )
  expect(value<z.output<typeof listConfirming.output>>(await look(office.clerk)).toResume).toBe(0)
  // A page ends where the next begins, whatever its length; who was settled since is nowhere.
  const walked: string[] = []
  for (let cursor: string | undefined, pages = 0; pages < 10; pages += 1) {
    const input = { unitCode: YUBEI, limit: 2, ...(cursor === undefined ? {} : { cursor }) }
    const page = value<z.output<typeof listConfirming.output>>(await seeBenefit(on, office.clerk, { name: 'benefit.confirming', input }))
    walked.push(...page.rows.map(({ personId }) => personId))
    cursor = page.next
    if (cursor === undefined) break
  }
  expect(walked).toEqual([overdue, due, untouched])
  expect(await look(office.neighbour)).toMatchObject({ problem: { code: 'not-found' } })
  expect(await look(office.worker)).toMatchObject({ kind: 'problem' })
})

test('the entitlements nearest to being stopped come first: failed, overdue the longest first, checked, due the soonest first', async () => {
  await database.ownerPool.query('truncate benefits.entitlements, benefits.life_events, casework.matters cascade')
  const identities = [{ classCode: 'KIN-M', fromOn: '2018-01-01' }] as never
  const order = [
    ['notConfirmed', 'infinity'],
    ['overdue', '2026-03-30'],
    ['overdue', '2026-05-30'],
    ['toCheck', '2026-06-12'],
    ['due', '2026-06-20'],
    ['due', '2026-07-20'],
  ] as const
  const wanted: string[] = []
  for (const _ of order) wanted.push((await person(on, { identities })).id)
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = any($1::uuid[])`, [wanted])
  value(await say(office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
  value(await say(office.approver, 'benefit.approve', { unitCode: YUBEI }))
  for (const at of [3, 0, 5, 2, 4, 1]) await confirmation(wanted[at] ?? '', order[at]?.[0] ?? '', order[at]?.[1] ?? '')

  const { rows } = value<z.output<typeof listConfirming.output>>(await look(office.clerk))

  expect(rows.map(({ personId }) => personId).slice(0, wanted.length)).toEqual(wanted)
})

test('the dead and those whose entitlement ended have nothing more to confirm', async () => {
  await database.ownerPool.query('truncate benefits.entitlements, benefits.life_events, casework.matters cascade')
  const identities = [{ classCode: 'KIN-M', fromOn: '2018-01-01' }] as never
  const people: string[] = []
  for (let at = 0; at < 5; at += 1) people.push((await person(on, { identities })).id)
  const [living = '', deadByFile = '', deadByEvent = '', ended = '', revived = ''] = people
  await database.ownerPool.query(
    `update registry.entitled_identities set status = case when person_id = any($1) then 'confirmed' else 'claimed' end`,
    [people],
  )
  value(await say(office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
  value(await say(office.approver, 'benefit.approve', { unitCode: YUBEI }))
  const death = { personId: deadByFile, deceasedOn: '2026-05-01', document: '死亡医学证明', reason: '家属来报' }
  value(await act(on, actor({ unitCode: FENGMING }), { name: 'person.recordDeath', input: death }))
  const happens = async (personId: string, event: object) =>
    value<{ id: string }>(await say(office.clerk, 'benefit.recordEvent', { personId, event: { evidence: '渝北证字7号', ...event } })).id
  await happens(deadByEvent, { kind: 'died', effectiveOn: '2026-05-01' })
  await happens(ended, { kind: 'ended', effectiveOn: '2026-05-01', classCode: 'KIN-M' })
  const mistake = await happens(revived, { kind: 'died', effectiveOn: '2026-05-01' })
  await happens(revived, { kind: 'takenBack', effectiveOn: '2026-05-02', cancels: mistake })

  const seen = value<z.output<typeof listConfirming.output>>(await look(office.clerk))

  expect(seen.rows.map(({ personId }) => personId)).toEqual([living, revived])
  expect(seen.byRisk.notBegun).toBe(2)
})
