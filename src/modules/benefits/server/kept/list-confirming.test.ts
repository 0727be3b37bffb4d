import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { benefit, office, seeBenefit } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { divisions, FENGMING, ground, person, value, YUBEI } from '../../../../../test/world.ts'
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
  expect(await look(office.neighbour)).toMatchObject({ problem: { code: 'not-found' } })
  expect(await look(office.worker)).toMatchObject({ kind: 'problem' })
})
