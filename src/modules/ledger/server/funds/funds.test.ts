import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { act, look, office } from '../../../../../test/ledger-office.ts'
import { balanceOf, fund, HANDS, inBooks, WHEN, type YUBEI_BUREAU } from '../../../../../test/ledger-world.ts'
import { BANAN, CHONGQING, divisions, ground, STREET, value, YUBEI } from '../../../../../test/world.ts'
import { post, settleArrived } from '../../index.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)
beforeAll(() => divisions(database))

const refusal = (code: string) => ({ kind: 'refusal', refusal: { code } })
const ask = (move: object, more: { place?: string; who?: (typeof office)['maker']; purpose?: string } = {}) =>
  act(on, more.who ?? office.maker, {
    name: 'fund.propose',
    input: { place: more.place ?? YUBEI, move, purpose: more.purpose ?? null, memo: '季度调剂' },
  })
const asked = async (move: object, more: Parameters<typeof ask>[1] = {}) => value<{ proposalId: string }>(await ask(move, more)).proposalId
const approve = (proposalId: string, who = office.checker, actionId = uuidv7()) =>
  act(on, who, { name: 'fund.approve', actionId, input: { proposalId } })

describe('a movement asked for by hand', () => {
  test('moves nothing until somebody else has approved it, and then once', async () => {
    const [from, to] = [await fund(database, { fen: 1_000n }), await fund(database)]
    const proposalId = await asked({ kind: 'shift', from, to, amountFen: '400' })
    expect((await balanceOf(database, to)).balance).toBe(0n)

    const answers = await Promise.all([approve(proposalId), approve(proposalId), approve(proposalId)])

    expect(answers.filter(({ kind }) => kind === 'value')).toHaveLength(1)
    expect(answers.filter((one) => one.kind === 'refusal' && one.refusal.code === 'already-settled')).toHaveLength(2)
    expect((await balanceOf(database, to)).balance).toBe(400n)
  })

  test('one fen above the fund is refused with what is short, and can be approved once the fund has it', async () => {
    const [from, to] = [await fund(database, { fen: 1_000n }), await fund(database)]
    const proposalId = await asked({ kind: 'shift', from, to, amountFen: '1001' })
    expect(await approve(proposalId)).toMatchObject({ refusal: { code: 'fund-short', shortFen: '1' } })

    value(await approve(await asked({ kind: 'income', to: from, amountFen: '1' })))

    value(await approve(proposalId))
    expect((await balanceOf(database, to)).balance).toBe(1_001n)
  })

  test('is not approved by who asked, by a cashier, a supervisor, or next door', async () => {
    const [from, to] = [await fund(database, { fen: 1_000n }), await fund(database)]
    const proposalId = await asked({ kind: 'shift', from, to, amountFen: '1' })
    const both = { ...office.checker, accountId: office.maker.accountId }

    expect(await approve(proposalId, both)).toMatchObject(refusal('same-hands'))
    for (const who of [office.maker, office.cashier, office.supervisor])
      expect(await approve(proposalId, who)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await approve(proposalId, office.neighbourChecker)).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('declined is over', async () => {
    const to = await fund(database)
    const proposalId = await asked({ kind: 'income', to, amountFen: '1' })
    value(await act(on, office.checker, { name: 'fund.decline', input: { proposalId } }))

    expect(await approve(proposalId)).toMatchObject(refusal('already-settled'))
    expect(await act(on, office.checker, { name: 'fund.decline', input: { proposalId } })).toMatchObject(refusal('already-settled'))
  })

  test('of a negative, absurd or empty amount is no message at all', async () => {
    const to = await fund(database)
    for (const amountFen of ['-1', '0', '9999999999999999999', '1.5'])
      expect(await ask({ kind: 'income', to, amountFen })).toMatchObject({ problem: { code: 'invalid-input' } })
  })

  test('between funds that are not there, or one and the same, is refused', async () => {
    const [own, next] = [await fund(database), await fund(database, { place: BANAN })]

    expect(await ask({ kind: 'shift', from: own, to: own, amountFen: '1' })).toMatchObject(refusal('same-account'))
    expect(await ask({ kind: 'shift', from: own, to: next, amountFen: '1' })).toMatchObject(refusal('account-unknown'))
  })

  test('mirrors a mistake once', async () => {
    const to = await fund(database)
    const { postingId } = value<{ postingId: string }>(await approve(await asked({ kind: 'income', to, amountFen: '700' })))

    value(await approve(await asked({ kind: 'reversal', postingId })))

    expect((await balanceOf(database, to)).balance).toBe(0n)
    expect(await approve(await asked({ kind: 'reversal', postingId }))).toMatchObject(refusal('already-reversed'))
    expect(await ask({ kind: 'reversal', postingId: uuidv7() })).toMatchObject(refusal('posting-unknown'))
  })
})

describe('an allocation', () => {
  const send = async (amountFen: string, purpose?: string) => {
    const from = await fund(database, { place: CHONGQING, fen: 10_000n })
    const proposalId = await asked(
      { kind: 'allocate', from, toPlace: YUBEI, amountFen },
      { place: CHONGQING, who: office.cityMaker, ...(purpose ? { purpose } : {}) },
    )
    value(await approve(proposalId, office.cityChecker))
    return { from, allocationId: proposalId }
  }
  const receive = (allocationId: string, accountId: string, who = office.maker) =>
    act(on, who, { name: 'fund.receive', input: { place: YUBEI, allocationId, accountId } })
  const accountsOf = async (kind: string) => {
    const { rows } = await database.ownerPool.query<{ balance_fen: bigint }>(
      `select balance_fen from ledger.accounts where bureau_code = '500000' and kind = $1`,
      [kind],
    )
    return BigInt(rows[0]?.balance_fen ?? 0n)
  }

  test('leaves the fund above, waits in transit, arrives below once, and then leaves transit', async () => {
    const [before, granted] = [await accountsOf('transit'), await accountsOf('granted')]
    const { from, allocationId } = await send('4000')
    const to = await fund(database)
    expect([(await balanceOf(database, from)).balance, await accountsOf('transit')]).toEqual([6_000n, before + 4_000n])

    const answers = await Promise.all([receive(allocationId, to), receive(allocationId, to), receive(allocationId, to)])
    await settleArrived({ pool: database.appPool, clock: on.clock })
    await settleArrived({ pool: database.appPool, clock: on.clock })

    expect(answers.filter(({ kind }) => kind === 'value')).toHaveLength(1)
    expect((await balanceOf(database, to)).balance).toBe(4_000n)
    expect([await accountsOf('transit'), await accountsOf('granted')]).toEqual([before, granted + 4_000n])
    expect(await receive(allocationId, to)).toMatchObject(refusal('already-received'))
  })

  test('is not there for the county next door, and goes into no fund of another purpose', async () => {
    const { allocationId } = await send('1', '专项')
    const other = await fund(database, { place: BANAN })

    expect(
      await act(on, office.neighbour, { name: 'fund.receive', input: { place: BANAN, allocationId, accountId: other } }),
    ).toMatchObject(refusal('no-such-allocation'))
    expect(await receive(allocationId, await fund(database, { purpose: '别的' }))).toMatchObject(refusal('earmarked'))
    value(await receive(allocationId, await fund(database, { purpose: '专项' })))
  })

  test('goes down only, and to a bureau', async () => {
    const from = await fund(database, { fen: 10n })

    for (const toPlace of [BANAN, CHONGQING, YUBEI, STREET])
      expect(await ask({ kind: 'allocate', from, toPlace, amountFen: '1' })).toMatchObject(refusal('not-below'))
  })
})

describe('a closed period', () => {
  test('accepts nothing any more, and is closed once', async () => {
    const [from, to] = [await fund(database, { place: BANAN, fen: 100n }), await fund(database, { place: BANAN })]
    const close = (throughOn: string, who = office.neighbourChecker) =>
      act(on, who, { name: 'fund.close', input: { place: BANAN, throughOn } })
    const bureau = BANAN.slice(0, 6) as typeof YUBEI_BUREAU
    const posting = (day: string) =>
      inBooks(
        database,
        (tx) =>
          post(tx, {
            id: uuidv7(),
            bureau,
            kind: 'shift',
            moves: [
              { accountId: from, amountFen: -1n },
              { accountId: to, amountFen: 1n },
            ],
            purpose: null,
            memo: '迟到的凭证',
            ...HANDS,
            ...WHEN,
            on: day as never,
          }),
        BANAN,
      )
    expect((await posting('2026-05-31')).ok).toBe(true)

    expect(await close('2026-06-10')).toMatchObject(refusal('not-over'))
    expect(value(await close('2026-05-31'))).toMatchObject({ postings: 1 })

    expect(await posting('2026-05-31')).toMatchObject({ refusal: { code: 'period-closed', throughOn: '2026-05-31' } })
    expect((await posting('2026-06-01')).ok).toBe(true)
    expect(await close('2026-05-31')).toMatchObject(refusal('already-closed'))
    expect(await close('2026-06-01', office.neighbour)).toMatchObject({ problem: { code: 'not-permitted' } })
  })
})

describe('the books', () => {
  test('show a county its own, with what is held, and nobody next door', async () => {
    const id = value<{ accountId: string }>(
      await act(on, office.maker, {
        name: 'fund.open',
        input: { place: YUBEI, parentId: null, fundKind: 'care', name: '关爱基金', purpose: null },
      }),
    ).accountId

    const seen = value<{ accounts: { id: string }[]; can: object }>(
      await look(on, office.supervisor, { name: 'fund.list', input: { place: YUBEI } }),
    )

    expect(seen.accounts.map((one) => one.id)).toContain(id)
    expect(seen.can).toEqual({ propose: false, open: false, receive: false, close: false, resume: false })
    expect(await look(on, office.neighbour, { name: 'fund.list', input: { place: YUBEI } })).toMatchObject({
      problem: { code: 'not-found' },
    })
    expect(await look(on, office.neighbour, { name: 'fund.entries', input: { accountId: id } })).toMatchObject({
      problem: { code: 'not-found' },
    })
    expect(await look(on, office.worker, { name: 'fund.list', input: { place: YUBEI } })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
  })

  test('open no fund of a name that is taken, nor below one of another kind', async () => {
    const open = (more: object) =>
      act(on, office.maker, {
        name: 'fund.open',
        input: { place: YUBEI, parentId: null, fundKind: 'aid', name: '帮扶援助', purpose: null, ...more },
      })
    const { accountId } = value<{ accountId: string }>(await open({}))

    expect(await open({})).toMatchObject(refusal('name-taken'))
    expect(await open({ name: '应急', fundKind: 'emergency', parentId: accountId })).toMatchObject(refusal('parent-of-other-kind'))
    expect(await open({ name: '街道', parentId: uuidv7() })).toMatchObject(refusal('parent-unknown'))
    expect(await open({ name: '街道', place: STREET })).toMatchObject(refusal('not-a-bureau'))
  })
})
