import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { withOwner, withScope } from '../../../../platform/database/scope.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(database.close)

const asked = { purpose: 'contact', reason: '联系本人确认年审', fields: ['phone', 'citizenId'] }
const unmasking = (who: ReturnType<typeof world.actor>, input: unknown): Promise<Answer> =>
  world.act(ground, who, { name: 'person.unmask', input })

describe('full data', () => {
  test('is shown for a purpose: the fields asked for, no others; the file and the journal remember', async () => {
    const worker = world.actor()
    const { id, citizenId } = await world.person(ground, { phone: '10012344821', address: '凤鸣路18号' })

    const answer = await unmasking(worker, { personId: id, ...asked })

    expect(answer).toEqual({ kind: 'value', value: { personId: id, phone: '10012344821', citizenId, left: 29 } })
    const seen = world.value<{ rows: unknown[] }>(await world.see(ground, worker, { name: 'person.unmaskings', input: { personId: id } }))
    expect(seen.rows).toEqual([
      expect.objectContaining({ accountId: worker.accountId, purpose: 'contact', fields: ['phone', 'citizenId'], seenAt: world.NOW }),
    ])
    expect(world.value(await world.see(ground, worker, { name: 'person.get', input: { personId: id } }))).toMatchObject({
      unmaskings90: 1,
    })
    const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
      tx.query<{ canon: string }>("select canon from spine.leaves where action_name = 'person.unmask' and subject_id = $1", [id]),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.canon).not.toContain('10012344821')
  })

  test('needs more than three characters of reason, and one of the purposes', async () => {
    const { id } = await world.person(ground)

    expect(await unmasking(world.actor(), { personId: id, ...asked, reason: '看看' })).toMatchObject({
      problem: { issues: [{ path: 'reason', code: 'too-short' }] },
    })
    expect(await unmasking(world.actor(), { personId: id, ...asked, purpose: 'curiosity' })).toMatchObject({
      problem: { code: 'invalid-input' },
    })
  })

  test('is shown so many times a day and account, also to two requests at once', async () => {
    await withOwner(database.ownerPool, (tx) => tx.query("update registry.settings set value = 2 where name = 'unmaskDailyLimit'"))
    const worker = world.actor()
    const { id } = await world.person(ground)

    const answers = await Promise.all([1, 2, 3, 4].map(() => unmasking(worker, { personId: id, ...asked })))

    expect(answers.filter(({ kind }) => kind === 'value')).toHaveLength(2)
    expect(answers.filter(({ kind }) => kind === 'refusal')[0]).toEqual({ kind: 'refusal', refusal: { code: 'daily-limit', limit: 2 } })
    expect(await unmasking(world.actor(), { personId: id, ...asked })).toMatchObject({ kind: 'value' })
    await withOwner(database.ownerPool, (tx) => tx.query("update registry.settings set value = 30 where name = 'unmaskDailyLimit'"))
  })

  test('is not shown to a stranger, nor to who may only look', async () => {
    const { id } = await world.person(ground)

    expect(await unmasking(world.actor({ unitCode: world.ELSEWHERE }), { personId: id, ...asked })).toEqual({
      kind: 'problem',
      problem: { code: 'not-found' },
    })
    expect(await unmasking(world.actor({ role: 'supervisor', unitCode: world.YUBEI }), { personId: id, ...asked })).toEqual({
      kind: 'problem',
      problem: { code: 'not-permitted' },
    })
    expect(await unmasking(world.actor({ role: 'countyApprover', unitCode: world.YUBEI }), { personId: id, ...asked })).toMatchObject({
      kind: 'value',
    })
  })
})
