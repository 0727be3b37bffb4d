import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { office, seeBenefit } from '../../../../../test/benefits-world.ts'
import { DIS, openMonthWorld } from '../../../../../test/month-world.ts'
import { act, actor, BANAN, divisions, FENGMING, person, value, YUBEI } from '../../../../../test/world.ts'
import { installJobs } from '../../../../platform/jobs/jobs.ts'
import type { seeKept } from '../../contract.ts'

const { approved, database, happens, lines, on, paid, say, seen, told } = await openMonthWorld()

afterAll(database.close)
beforeAll(async () => {
  await divisions(database)
  await installJobs(database.ownerPool)
})
/** Each test has the county to itself. */
beforeEach(async () => {
  await database.ownerPool.query(
    'truncate benefits.entitlements, benefits.life_events, benefits.runs, benefits.lines, benefits.run_failures, benefits.run_progress, benefits.once_dead, benefits.unpaid, benefits.rate_tables',
  )
  await database.ownerPool.query(`update registry.entitled_identities set status = 'claimed'`)
})

describe('what happened to somebody', () => {
  test('a death reported after the month was paid takes the months back and pays the grant, explained', async () => {
    const id = await paid('2026-01-02', DIS)
    for (const day of ['2026-01-10', '2026-02-10', '2026-03-10']) await approved(day)
    value(await happens('2026-04-02', id, { kind: 'died', effectiveOn: '2026-01-20' }))

    const april = await approved('2026-04-10')

    const found = (await lines(april)).map(({ month, kind, why, amountFen }) => `${month} ${kind} ${why} ${amountFen}`)
    expect(found).toEqual([
      '2026-02 deathGrant backPay 5698800',
      '2026-02 pension recovery -474900',
      '2026-03 pension recovery -474900',
      '2026-04 pension died 0',
    ])
    expect((await seen(april)).run).toMatchObject({ recoverFen: '-949800', totalFen: String(5_698_800 - 949_800) })
    expect(await told(await approved('2026-05-10'))).toEqual([])
  })

  test('who is not confirmed is not paid, and once they are, each month is made good by its own line', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    value(await happens('2026-01-31', id, { kind: 'suspended', reason: 'unconfirmed', effectiveOn: '2026-01-31' }))
    const held = [await approved('2026-02-10'), await approved('2026-03-10')]
    value(await happens('2026-04-02', id, { kind: 'resumed', effectiveOn: '2026-04-02' }))

    const april = await approved('2026-04-10')

    expect([await told(held[0] ?? ''), await told(held[1] ?? '')]).toEqual([['2026-02 unconfirmed 0'], ['2026-03 unconfirmed 0']])
    expect(await told(april)).toEqual(['2026-02 backPay 474900', '2026-03 backPay 474900', '2026-04 new 474900'])
  })

  test('months in prison are not made good; a new grade is paid from its month on', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    value(await happens('2026-01-31', id, { kind: 'suspended', reason: 'prison', effectiveOn: '2026-01-31' }))
    await approved('2026-02-10')
    value(await happens('2026-03-02', id, { kind: 'resumed', effectiveOn: '2026-03-02' }))
    expect(await told(await approved('2026-03-10'))).toEqual(['2026-03 new 474900'])
    value(await happens('2026-04-05', id, { kind: 'regraded', effectiveOn: '2026-03-15', grade: 4, cause: 'duty' }))

    const april = await approved('2026-04-10')

    expect(await told(april)).toEqual(['2026-03 backPay 152800', '2026-04 regraded 627700'])
  })

  test('a mistake is taken back, and counts no more', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    const { id: event } = value<{ id: string }>(await happens('2026-02-01', id, { kind: 'died', effectiveOn: '2026-01-20' }))
    const back = { kind: 'takenBack', effectiveOn: '2026-02-02', cancels: event }
    value(await happens('2026-02-02', id, back))
    expect(await happens('2026-02-02', id, back)).toMatchObject({ refusal: { code: 'already-taken-back' } })

    expect(await told(await approved('2026-02-10'))).toEqual(['2026-02 same 474900'])
  })

  test('is refused where it cannot be: no paper of a grade, ahead, too soon after the last, not suspended, after death', async () => {
    const id = await paid('2026-01-02', DIS)
    const answers = [
      await happens('2026-02-01', id, { kind: 'regraded', effectiveOn: '2026-01-20' }),
      await happens('2026-02-01', id, { kind: 'died', effectiveOn: '2026-03-01' }),
      await happens('2026-02-01', id, { kind: 'regraded', effectiveOn: '2015-12-01', grade: 4, cause: 'duty' }),
      await happens('2026-02-01', id, { kind: 'resumed', effectiveOn: '2026-01-20' }),
      await happens('2026-02-01', id, { kind: 'died', effectiveOn: '1950-01-01' }),
    ]
    value(await happens('2026-02-01', id, { kind: 'died', effectiveOn: '2026-01-20' }))
    answers.push(await happens('2026-02-02', id, { kind: 'suspended', reason: 'prison', effectiveOn: '2026-02-01' }))

    expect(answers.map((answer) => (answer.kind === 'refusal' ? (answer.refusal as { code: string }).code : answer.kind))).toEqual([
      'incomplete',
      'in-future',
      'too-soon',
      'not-suspended',
      'before-birth',
      'dead',
    ])
  })

  test('a death in the file stops the pay without an event', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    value(
      await act(on('2026-02-01'), actor({ unitCode: FENGMING }), {
        name: 'person.recordDeath',
        input: { personId: id, deceasedOn: '2026-01-25', document: '死亡医学证明', reason: '家属来报' },
      }),
    )

    expect(await told(await approved('2026-02-10'))).toEqual(['2026-02 died 5698800', '2026-02 died 0'])
  })

  test('a death in the file that was a mistake: what it kept back is paid, the grant comes back, and it ends there', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    const worker = actor({ unitCode: FENGMING })
    const death = { personId: id, deceasedOn: '2026-01-25' }
    value(
      await act(on('2026-02-01'), worker, {
        name: 'person.recordDeath',
        input: { ...death, document: '死亡医学证明', reason: '家属来报' },
      }),
    )
    await approved('2026-02-10')
    await approved('2026-03-10')
    value(await act(on('2026-04-01'), worker, { name: 'person.undoDeath', input: { ...death, reason: '登记错了人' } }))

    const april = await approved('2026-04-10')

    expect(await told(april)).toEqual([
      '2026-02 recovery -5698800',
      '2026-02 backPay 474900',
      '2026-03 backPay 474900',
      '2026-04 new 474900',
    ])
    expect(await told(await approved('2026-05-10'))).toEqual(['2026-05 same 474900'])
  })

  test('whose file went to another county and came back in a later year is paid there from January to that year’s end', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-12-10')
    for (const [direction, day] of [
      ['toDecide', '2026-12-20'],
      ['asked', '2027-02-10'],
    ])
      await database.ownerPool.query(
        `insert into registry.transfer_requests (bureau_code, id, unit_code, direction, kind, counterpart, person_id, request_id, reason, status,
                opened_at, opened_by, decided_at, decided_by)
         values (left($1, 6), gen_random_uuid(), $1, $2, 'pull', $3, $4, gen_random_uuid(), '户籍迁移', 'accepted', $5::date, $4, $5::date, $4)`,
        [FENGMING, direction, BANAN, id, day],
      )

    const january = await approved('2027-03-01', '2027-01')
    value(await happens('2027-03-02', id, { kind: 'mental', effectiveOn: '2027-03-02' }))
    const february = await approved('2027-03-10', '2027-02')

    expect([await told(january), await told(february)]).toEqual([['2027-01 moved 0'], []])
  })

  test('a month that is computed late leaves what was made good after it to the month in which it was', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    value(await happens('2026-01-31', id, { kind: 'suspended', reason: 'unconfirmed', effectiveOn: '2026-01-31' }))
    await approved('2026-02-10')
    value(await happens('2026-04-01', id, { kind: 'resumed', effectiveOn: '2026-04-01' }))
    const march = await approved('2026-04-03', '2026-03')

    const april = await approved('2026-04-20')

    expect(await told(march)).toEqual(['2026-03 unconfirmed 0'])
    expect(await told(april)).toEqual(['2026-02 backPay 474900', '2026-03 backPay 474900', '2026-04 new 474900'])
  })
})

describe('an entitlement', () => {
  test('is approved by somebody else, kept with its events, and its account is sealed', async () => {
    const { id } = await person(on('2026-01-02'), { identities: [DIS] as never })
    await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [id])
    value(await say('2026-01-02', office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
    const kept = async () =>
      value<z.output<typeof seeKept.output>>(
        await seeBenefit(on('2026-06-10'), office.supervisor, { name: 'benefit.kept', input: { personId: id } }),
      )
    expect((await kept()).entitlements).toMatchObject([{ state: 'applied', payee: null }])
    expect(await say('2026-01-02', office.clerk, 'benefit.takeIn', { unitCode: YUBEI })).toMatchObject({ refusal: { code: 'nobody-new' } })
    value(await say('2026-01-03', office.approver, 'benefit.approve', { unitCode: YUBEI }))
    const payee = { personId: id, bank: '重庆农村商业银行', account: '6222000011112222', evidence: '本人申请' }
    const { changeId } = value<{ changeId: string }>(await say('2026-01-03', office.clerk, 'benefit.setPayee', payee))
    expect(await kept()).toMatchObject({ entitlements: [{ payee: null }], waitingPayee: { accountMasked: '6222 **** 2222' } })
    value(await say('2026-01-03', office.approver, 'benefit.confirmPayee', { changeId }))
    value(await happens('2026-01-31', id, { kind: 'suspended', reason: 'wanted', effectiveOn: '2026-01-31' }))

    const { entitlements, events } = await kept()

    expect(entitlements).toMatchObject([
      { state: 'suspended', reason: 'wanted', payee: { bank: '重庆农村商业银行', accountMasked: '6222 **** 2222' } },
    ])
    expect(events).toMatchObject([{ kind: 'suspended', knownOn: '2026-01-31', isMistaken: false }])
    const asked = { personId: id, from: '2026-01', months: 3 }
    const due = value<{ heldBack: object[]; lines: { month: string }[] }>(
      await seeBenefit(on('2026-06-10'), office.supervisor, { name: 'benefit.person', input: asked }),
    )
    expect(due.lines.map(({ month }) => month)).toEqual(['2026-01'])
    expect(due.heldBack).toMatchObject([{ month: '2026-02' }, { month: '2026-03' }])
    const { rows } = await database.ownerPool.query<{ payee_account: Buffer }>('select payee_account from benefits.entitlements')
    expect(rows[0]?.payee_account.toString('latin1')).not.toContain('6222000011112222')
  })

  test('whose identity has ended in the file is not approved, and is paid on only where everybody sees it', async () => {
    const living = await paid('2026-01-02', DIS)
    const { id: waiting } = await person(on('2026-01-02'), { identities: [DIS] as never })
    await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [waiting])
    value(await say('2026-01-02', office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
    for (const personId of [living, waiting]) {
      const { rows } = await database.ownerPool.query<{ id: string }>('select id from registry.entitled_identities where person_id = $1', [
        personId,
      ])
      const input = { personId, identityId: rows[0]?.id, toOn: '2026-01-05', reason: '定级有误' }
      value(await act(on('2026-01-06'), actor({ unitCode: FENGMING }), { name: 'identity.end', input }))
    }

    expect(await say('2026-01-07', office.approver, 'benefit.approve', { unitCode: YUBEI })).toMatchObject({
      refusal: { code: 'nothing-waits' },
    })
    const kept = async (personId: string) =>
      value<z.output<typeof seeKept.output>>(
        await seeBenefit(on('2026-01-07'), office.supervisor, { name: 'benefit.kept', input: { personId } }),
      ).entitlements
    expect([await kept(waiting), await kept(living)]).toMatchObject([
      [{ state: 'applied', hasEndedInFile: true }],
      [{ state: 'active', hasEndedInFile: true }],
    ])
  })
  test('that waits is taken in anew as its identity was corrected, with its account, and an approved one never', async () => {
    const approvedBefore = await paid('2026-01-02', DIS)
    const { id } = await person(on('2026-01-02'), { identities: [DIS] as never })
    const confirm = () =>
      database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [id])
    await confirm()
    value(await say('2026-01-02', office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
    const payee = { personId: id, bank: '重庆农村商业银行', account: '6222000011112222', evidence: '本人申请' }
    const { changeId } = value<{ changeId: string }>(await say('2026-01-03', office.clerk, 'benefit.setPayee', payee))
    value(await say('2026-01-03', office.approver, 'benefit.confirmPayee', { changeId }))
    await database.ownerPool.query('update registry.entitled_identities set grade = 7 where person_id = any($1::uuid[])', [
      [id, approvedBefore],
    ])

    expect(value(await say('2026-01-04', office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))).toMatchObject({ taken: 1 })

    const kept = async (personId: string) =>
      value<z.output<typeof seeKept.output>>(
        await seeBenefit(on('2026-01-07'), office.supervisor, { name: 'benefit.kept', input: { personId } }),
      ).entitlements
    expect(await kept(id)).toMatchObject([{ state: 'applied', grade: 7, payee: { accountMasked: '6222 **** 2222' } }])
    expect(await kept(approvedBefore)).toMatchObject([{ state: 'active', grade: DIS.grade }])
    expect(await say('2026-01-04', office.clerk, 'benefit.takeIn', { unitCode: YUBEI })).toMatchObject({ refusal: { code: 'nobody-new' } })
    value(await say('2026-01-05', office.approver, 'benefit.approve', { unitCode: YUBEI }))
    expect(await kept(id)).toMatchObject([{ state: 'active', grade: 7 }])
  })
})
