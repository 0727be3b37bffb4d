import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestDatabase, type TestDatabase } from '../../../test/database/clone.ts'
import { actionContract } from '../../kernel/contract.ts'
import type { AccountId } from '../../kernel/id.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { UnitCode } from '../../kernel/region-code.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { Actor } from '../access/actor.ts'
import { atWork } from '../access/at-work.ts'
import { clockAt } from '../clock/clock.ts'
import { withOwner, withScope } from '../database/scope.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { action } from './declare.ts'
import { type Ground, runAction } from './run-action.ts'

const station = UnitCode.parse('500112017005')

const Knock = actionContract({
  name: 'test.knock',
  summary: 'Knocks at a door, for the tests of the spine',
  input: z.object({ unitCode: UnitCode, loud: z.boolean(), wait: z.boolean().default(false) }),
  output: z.object({ heard: z.int() }),
  refusal: z.object({ code: z.literal('too-loud') }),
})

const knock = action(Knock, {
  grant: 'visit.write',
  where: (input) => input.unitCode,
  refusals: { 'too-loud': 409 },
  async run(context, input) {
    context.fact({ kind: 'test.knock', on: '2026-06-10' as PlainDate })
    context.note({ loud: input.loud })
    if (input.wait) await context.tx.query('select pg_sleep(0.3)')
    await context.tx.query(
      `insert into casework.visits (bureau_code, id, unit_code, made_by_unit, done_on, reason, way, recorded_by, recorded_at)
       values (left($1, 6), $2, $1, $1, '2026-06-10', 'daily', 'home', $3, now())`,
      [input.unitCode, uuidv7(), context.actor.accountId],
    )
    return input.loud ? refuse({ code: 'too-loud' as const }) : ok({ heard: 1 })
  },
})

const actorAt = (unitCode: UnitCode, roles: Actor['roles'] = ['stationWorker']): Actor =>
  atWork({ accountId: uuidv7() as AccountId, name: '陈晓琴', unitCode, roles })

let database: TestDatabase
let ground: Ground

beforeAll(async () => {
  database = await openTestDatabase()
  const secrets = openSecrets({ masterKey: randomBytes(32), profile: 'gm' })
  ground = { pool: database.appPool, clock: clockAt('2026-06-10T02:00:00Z'), secrets }
})

afterAll(() => database.close())

const nation = { lo: '0', hi: ':' }

/** Rows of one account: of the visits it recorded, the leaves, receipts and facts it left. */
async function tracesOf(actor: Actor): Promise<{ visits: number; leaves: number; receipts: number; facts: number }> {
  const { rows } = await withScope(database.ownerPool, nation, 'read', (tx) =>
    tx.query<{ visits: number; leaves: number; receipts: number; facts: number }>(
      `select (select count(*)::int from casework.visits where recorded_by = $1) as visits,
              (select count(*)::int from spine.leaves where account_id = $1) as leaves,
              (select count(*)::int from spine.receipts where account_id = $1) as receipts,
              (select count(*)::int from spine.facts where unit_code = $2 and kind = 'test.knock') as facts`,
      [actor.accountId, actor.unitCode],
    ),
  )
  return rows[0] ?? { visits: -1, leaves: -1, receipts: -1, facts: -1 }
}

const quiet = { unitCode: station, loud: false }
const loud = { unitCode: station, loud: true }

describe('an action', () => {
  test('done once leaves its effect, one leaf, one receipt and its fact', async () => {
    const actor = actorAt(UnitCode.parse('500112017001'))

    const answer = await runAction(ground, knock, { actor, actionId: uuidv7(), input: { ...quiet, unitCode: actor.unitCode } })

    expect(answer).toEqual({ kind: 'value', value: { heard: 1 } })
    expect(await tracesOf(actor)).toEqual({ visits: 1, leaves: 1, receipts: 1, facts: 1 })
  })

  test('sent again with the same message is answered the same and done once', async () => {
    const [actor, actionId] = [actorAt(station), uuidv7()]

    const first = await runAction(ground, knock, { actor, actionId, input: quiet })
    const again = await runAction(ground, knock, { actor, actionId, input: quiet })

    expect(again).toEqual(first)
    expect(await tracesOf(actor)).toMatchObject({ visits: 1, leaves: 1, receipts: 1 })
  })

  test('sent again with another message is told that the id was used', async () => {
    const [actor, actionId] = [actorAt(station), uuidv7()]
    await runAction(ground, knock, { actor, actionId, input: quiet })

    const other = await runAction(ground, knock, { actor, actionId, input: { ...quiet, wait: true } })

    expect(other).toEqual({ kind: 'problem', problem: { code: 'id-reused' } })
  })

  test('sent eight times at once has one effect; the others are told to wait or get its answer', async () => {
    const [actor, actionId] = [actorAt(station), uuidv7()]

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => runAction(ground, knock, { actor, actionId, input: { ...quiet, wait: true } })),
    )

    const codes = answers.map((answer) => (answer.kind === 'problem' ? answer.problem.code : answer.kind))
    expect(codes.filter((code) => code === 'value').length).toBeGreaterThanOrEqual(1)
    expect(codes.every((code) => code === 'value' || code === 'still-running')).toBe(true)
    expect(await tracesOf(actor)).toMatchObject({ visits: 1, leaves: 1, receipts: 1 })
  })

  test('that is refused leaves nothing but the receipt, and is refused in the same words again', async () => {
    const [actor, actionId] = [actorAt(station), uuidv7()]

    const first = await runAction(ground, knock, { actor, actionId, input: loud })
    const again = await runAction(ground, knock, { actor, actionId, input: loud })

    expect(first).toEqual({ kind: 'refusal', refusal: { code: 'too-loud' } })
    expect(again).toEqual(first)
    expect(await tracesOf(actor)).toMatchObject({ visits: 0, leaves: 0, receipts: 1 })
  })

  test.each(['500105001001', '500112018000', '500112000000'])(
    'outside the range of the actor (%s) is not found and leaves nothing',
    async (place) => {
      const actor = actorAt(station)

      const answer = await runAction(ground, knock, { actor, actionId: uuidv7(), input: { ...quiet, unitCode: place } })

      expect(answer).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
      expect(await tracesOf(actor)).toMatchObject({ visits: 0, leaves: 0, receipts: 0 })
    },
  )

  test.each(['systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'supervisor'] as const)(
    'is not permitted to a %s',
    async (role) => {
      const actor = actorAt(UnitCode.parse('500112000000'), [role])

      const answer = await runAction(ground, knock, { actor, actionId: uuidv7(), input: quiet })

      expect(answer).toEqual({ kind: 'problem', problem: { code: 'not-permitted' } })
    },
  )

  test('with a bad message says where and what, without echoing it', async () => {
    const answer = await runAction(ground, knock, { actor: actorAt(station), actionId: uuidv7(), input: { unitCode: '机密', loud: false } })

    expect(answer).toMatchObject({
      kind: 'problem',
      problem: { code: 'invalid-input', issues: [{ path: 'unitCode', code: 'not-a-unit-code' }] },
    })
    expect(JSON.stringify(answer)).not.toContain('机密')
  })
})

describe('the journal', () => {
  test('is whole after all that', async () => {
    const verdicts = await verifyJournal(database.ownerPool)

    expect(verdicts.length).toBeGreaterThan(0)
    expect(verdicts.filter((verdict) => verdict.broken)).toEqual([])
  })

  test.each([
    ['a changed text', `update spine.leaves set canon = replace(canon, 'false', 'true') where seq = 2`, { seq: 2n, why: 'hash' }],
    ['a column that lies', `update spine.leaves set subject_id = gen_random_uuid() where seq = 2`, { seq: 2n, why: 'columns' }],
    ['a missing leaf', `delete from spine.leaves where seq = 2`, { seq: 2n, why: 'gap' }],
    ['a missing end', `delete from spine.leaves where seq > 2`, { seq: 3n, why: 'head' }],
  ])('names the first broken leaf after %s', async (_what, tamper, broken) => {
    const forged = await openTestDatabase()
    const actor = actorAt(station)
    for (let at = 0; at < 4; at += 1) {
      await runAction({ ...ground, pool: forged.appPool }, knock, { actor, actionId: uuidv7(), input: quiet })
    }

    await withOwner(forged.ownerPool, (tx) => tx.query(`set local app.scope_lo = '0'; set local app.scope_hi = ':'; ${tamper}`))

    expect(await verifyJournal(forged.ownerPool)).toMatchObject([{ bureauCode: '500112', broken }])
    await forged.close()
  })

  test('cannot be written by the application except through its one function', async () => {
    const attempt = (statement: string) => withScope(database.appPool, nation, 'write', (tx) => tx.query(statement))

    await expect(attempt(`update spine.leaves set canon = ''`)).rejects.toThrow(/permission denied/)
    await expect(attempt('delete from spine.leaves')).rejects.toThrow(/permission denied/)
    await expect(attempt(`update spine.heads set seq = 0`)).rejects.toThrow(/permission denied/)
  })
})
