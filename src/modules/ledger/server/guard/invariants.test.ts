import { uuidv7 } from 'uuidv7'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { act, batchOf, look, office } from '../../../../../test/ledger-office.ts'
import { fund, HANDS, inBooks, MAKER, WHEN, YUBEI_BUREAU } from '../../../../../test/ledger-world.ts'
import { ground, NOW, value, YUBEI } from '../../../../../test/world.ts'
import { openTx, type Tx } from '../../../../platform/database/tx.ts'
import { guardBooks, hold, openFund, post, reverse } from '../../index.ts'
import { findBreaks, openMinuteLooks } from './look-minute.ts'
import { openRounds } from './next-share.ts'
import { openWholeLooks } from './watch-books.ts'
import { findMoved, type Part } from './what-moved.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)

const said: string[] = []
const guard = () => guardBooks({ pool: database.appPool, clock: on.clock, log: (line) => void said.push(line) })

const shift = (from: string, to: string, amountFen: bigint, id = uuidv7()) =>
  inBooks(database, async (tx) => {
    const moves = [
      { accountId: from, amountFen: -amountFen },
      { accountId: to, amountFen },
    ]
    return await post(tx, { id, bureau: YUBEI_BUREAU, kind: 'shift', moves, purpose: null, memo: '调剂', ...HANDS, ...WHEN })
  })

/** What each break is done to: two funds, an earmarked one, a posting, its mirror, a hold, a batch and a closed period. */
async function furnish() {
  const [one, other, marked] = [
    await fund(database, { fen: 10_000n }),
    await fund(database, { fen: 10_000n }),
    await fund(database, { fen: 100n, purpose: '专项' }),
  ]
  const [posting, mirrored, mirror] = [uuidv7(), uuidv7(), uuidv7()]
  await shift(one, other, 100n, posting)
  await shift(one, other, 50n, mirrored)
  await inBooks(database, (tx) => reverse(tx, { id: mirror, bureau: YUBEI_BUREAU, postingId: mirrored, memo: '冲销', ...HANDS, ...WHEN }))
  await inBooks(database, (tx) =>
    hold(tx, { id: uuidv7(), bureau: YUBEI_BUREAU, accountId: one, amountFen: 10n, purpose: null, at: NOW, by: MAKER }),
  )
  const batchId = await batchOf(database, on, { fundAccount: other, lines: [{ lineId: uuidv7(), amountFen: 5n }] })
  return { one, other, marked, posting, mirror, batchId }
}
const made = await furnish()
/** Just before everything that was furnished. */
const BEFORE = new Date(Date.parse(NOW) - 1).toISOString()
const bureau = `bureau_code = '${YUBEI_BUREAU}'`

const lineLike = (batch: string): string =>
  `insert into ledger.batch_lines select bureau_code, ${batch}, gen_random_uuid(), unit_code, source_module, payee_label, bank_account, amount_fen, memo
     from ledger.batch_lines where batch_id = '${made.batchId}'`

/** Each is done by the owner of the tables, past every grant and constraint, in one go. */
const BREAKS: readonly (readonly [invariant: string, what: string, statements: string])[] = [
  [
    'I1',
    'an entry is made larger',
    `update ledger.entries set amount_fen = amount_fen + 1 where posting_id = '${made.posting}' and seq = 2`,
  ],
  ['I2', 'a balance is written by hand', `update ledger.accounts set balance_fen = balance_fen + 1 where id = '${made.one}'`],
  ['I2', 'held money is forgotten', `update ledger.accounts set held_fen = held_fen - 1 where id = '${made.one}'`],
  [
    'I3',
    'a fund is overdrawn',
    `alter table ledger.accounts drop constraint accounts_floor_check; update ledger.accounts set balance_fen = -1 where id = '${made.one}'`,
  ],
  ['I4', 'an entry is removed', `delete from ledger.entries where posting_id = '${made.posting}' and seq = 2`],
  ['I4', 'a line is slipped into a batch', lineLike(`'${made.batchId}'`)],
  ['I4', 'a line is of no batch', lineLike('gen_random_uuid()')],
  ['I4', 'a line of a batch is removed', `delete from ledger.batch_lines where batch_id = '${made.batchId}'`],
  [
    'I4',
    'an amount is written over in a batch',
    `update ledger.batch_lines set amount_fen = amount_fen + 1 where batch_id = '${made.batchId}'`,
  ],
  ['I4', 'the program is let change entries', 'grant update on ledger.entries to guidui_app'],
  ['I4', 'the program is let delete postings', 'grant delete on ledger.postings to guidui_app'],
  ['I5', 'a mirror is bent', `update ledger.entries set account_id = '${made.marked}' where posting_id = '${made.mirror}' and seq = 1`],
  [
    'I5',
    'something is reversed twice',
    `alter table ledger.postings drop constraint postings_reverses_id_key;
     update ledger.postings set kind = 'reversal', reverses_id = (select reverses_id from ledger.postings where id = '${made.mirror}') where id = '${made.posting}'`,
  ],
  ['I6', 'an earmark is set over money that moved otherwise', `update ledger.accounts set purpose = '改了' where id = '${made.marked}'`],
  [
    'I7',
    'a line is paid by two batches',
    `drop index ledger.batch_lines_line_id_key;
     insert into ledger.batches select bureau_code, gen_random_uuid(), unit_code, account_id, purpose, title, source_module, gen_random_uuid(), line_count, total_fen, state, opened_at, made_by, checked_by, checked_at
       from ledger.batches where id = '${made.batchId}';
     insert into ledger.batch_lines select l.bureau_code, b.id, l.line_id, l.unit_code, l.source_module, l.payee_label, l.bank_account, l.amount_fen, l.memo
       from ledger.batch_lines l join ledger.batches b on b.id <> l.batch_id where l.batch_id = '${made.batchId}'`,
  ],
  [
    'I8',
    'one person makes and checks',
    `alter table ledger.postings drop constraint postings_hands_check; update ledger.postings set checked_by = made_by where id = '${made.posting}'`,
  ],
  [
    'I9',
    'money in transit was never sent',
    `insert into ledger.accounts (bureau_code, id, unit_code, kind, name, floor_fen, balance_fen, opened_at, opened_by)
     values ('${YUBEI_BUREAU}', gen_random_uuid(), '${YUBEI}', 'transit', '下达在途', 0, 7, now(), gen_random_uuid())`,
  ],
  [
    'I9',
    'something was received that nobody sent',
    `insert into ledger.intakes values ('${YUBEI_BUREAU}', gen_random_uuid(), '${YUBEI}', '500000000000', '${made.one}', 5, '${made.posting}', now(), gen_random_uuid())`,
  ],
  ['I10', 'a leaf of a posting is gone', `delete from spine.leaves where subject_id = '${made.posting}'`],
  [
    'I10',
    'a leaf speaks of no posting',
    `insert into spine.leaves select bureau_code, seq + 100000, unit_code, format, action_name, account_id, gen_random_uuid(), recorded_at, canon, hash
       from spine.leaves where subject_id = '${made.posting}'`,
  ],
  [
    'I11',
    'an amount becomes a float',
    'drop view ledger.breaks, ledger.paid_twice, ledger.tampered; alter table ledger.batch_lines alter column amount_fen type double precision',
  ],
  [
    'I12',
    'a closed period has another number of postings',
    `insert into ledger.closings values ('${YUBEI_BUREAU}', '2026-05-31', '${YUBEI}', 3, now(), gen_random_uuid())`,
  ],
]

type Road = (tx: Tx) => Promise<readonly string[]>
const invariantsOf = (broken: readonly { bureau: string; why: string }[]): string[] =>
  broken.filter((one) => one.bureau === YUBEI_BUREAU).flatMap(({ why }) => why.split(', ').map((each) => each.split(' ')[0] ?? ''))

/** How a break is found: by reading all, by what moved a moment ago, or by going round everything share by share. */
const ROADS = {
  whole: async (tx) => {
    const { rows: views } = await tx.query<{ there: boolean }>(`select to_regclass('ledger.breaks') is not null as there`)
    const ask = views[0]?.there
      ? `select distinct invariant from ledger.breaks where ${bureau}`
      : `select distinct 'I11' as invariant from ledger.inexact_columns where ${bureau}`
    const { rows } = await tx.query<{ invariant: string }>(ask)
    return rows.map(({ invariant }) => invariant)
  },
  moved: async (tx) => invariantsOf(await findBreaks(tx, await findMoved(tx, BEFORE))),
  rounds: async (tx) => {
    const nextShare = openRounds()
    const parts: Part[] = []
    for (let look = 0; look < 5; look += 1) parts.push(...(await nextShare(tx)))
    return invariantsOf(await findBreaks(tx, parts))
  },
} satisfies Record<string, Road>

/** Breaks something, looks as the program would, and takes it back. */
async function brokenAfter(statements: string, road: Road): Promise<readonly string[]> {
  const client = await database.ownerPool.connect()
  try {
    await client.query(`begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'`)
    await client.query(statements)
    return await road(openTx(client).tx)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** What nothing that moved leads to: rows that hang on nothing. Going round everything finds them within a day. */
const isLoose = (what: string): boolean => what === 'a line is of no batch' || what === 'a leaf speaks of no posting'

describe('the twelve invariants', () => {
  test('hold in books that were only written through the door, whichever way one looks', async () => {
    expect(await guard()).toEqual([])
    for (const road of Object.values(ROADS)) expect(await brokenAfter('select', road)).toEqual([])
  })

  test.each(BREAKS)('%s sees it when %s: in whole books and in the rounds', async (invariant, _, statements) => {
    expect(await brokenAfter(statements, ROADS.whole)).toContain(invariant)
    expect(await brokenAfter(statements, ROADS.rounds)).toContain(invariant)
  })

  test.each(BREAKS.filter(([, what]) => !isLoose(what)))('%s sees it within a minute when %s', async (invariant, _, statements) => {
    expect(await brokenAfter(statements, ROADS.moved)).toContain(invariant)
  })
})

describe('the look of a minute', () => {
  test('is at what moved since, and at nothing else', async () => {
    const look = (since: string) => inBooks(database, (tx) => findMoved(tx, since))
    const after = new Date(Date.parse(NOW) + 1).toISOString()
    expect((await look(BEFORE)).filter(({ id }) => id === made.posting)).toHaveLength(1)
    expect(await look(after)).toEqual([])
  })

  test('goes on where the last share ended, and comes round to everything', async () => {
    const ids = await inBooks(database, async (tx) => {
      const nextShare = openRounds()
      const shares = [await nextShare(tx), await nextShare(tx)]
      return shares.map((share) => share.filter(({ kind }) => kind === 'posting').map(({ id }) => id))
    })
    // Postings and their leaves: few of them here, so that each share is all of them, and the next begins anew.
    expect(ids[0]).toContain(made.mirror)
    expect(ids[1]).toEqual(ids[0])
  })

  test('comes round to more than a share holds, each once, within a day', async () => {
    const { nextShares, all } = await inBooks(database, async (tx) => {
      for (let at = 0; at < 50; at += 1) await systemless(tx, at)
      const nextShare = openRounds()
      const parts = [...(await nextShare(tx)), ...(await nextShare(tx)), ...(await nextShare(tx))]
      const { rows } = await tx.query<{ id: string }>('select id from ledger.accounts order by bureau_code, id')
      tx.undo()
      return { nextShares: parts.filter(({ kind }) => kind === 'account').map(({ id }) => id), all: rows.map(({ id }) => id) }
    })
    expect(nextShares.slice(0, all.length)).toEqual(all.slice(0, nextShares.length))
    expect(nextShares).toHaveLength(Math.min(60, all.length))
  })

  test('stops payments by itself, and a whole look follows at once where a row was changed that nobody may change', async () => {
    await database.ownerPool.query(`update ledger.books set stopped_at = null, stopped_why = null`)
    const whole = openWholeLooks({ pool: database.appPool, clock: on.clock, log: (line) => void said.push(line) })
    const minute = openMinuteLooks({ pool: database.appPool, clock: on.clock, log: (line) => void said.push(line) })
    expect([await whole(), await whole()]).toEqual([true, false])
    expect(await minute()).toEqual([])

    const memo = `update ledger.postings set memo = memo || '。' where id = '${made.posting}'`
    await alter(memo)
    expect([await whole(), await whole()]).toEqual([true, false])
    expect((await database.ownerPool.query('select from ledger.books where stopped_at is not null')).rowCount).toBe(0)

    await shift(made.one, made.other, 1n)
    await database.ownerPool.query('update ledger.accounts set balance_fen = balance_fen + 1 where id = $1', [made.one])
    expect(await minute()).toEqual([{ bureau: YUBEI_BUREAU, why: 'I2 ×1' }])
    expect(await shift(made.one, made.other, 1n)).toMatchObject({ refusal: { code: 'payments-stopped' } })
    expect(said.at(-1)).toContain('I2 ×1')
    await database.ownerPool.query('update ledger.accounts set balance_fen = balance_fen - 1 where id = $1', [made.one])
  })
})

/** As the owner, and counted before the next look: a session tells its counts only now and then. */
async function alter(statement: string): Promise<void> {
  const client = await database.ownerPool.connect()
  try {
    await client.query(`begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'`)
    await client.query(statement)
    await client.query('commit')
    await client.query('select pg_stat_force_next_flush()')
  } finally {
    client.release()
  }
}

const systemless = (tx: Tx, at: number) =>
  openFund(tx, {
    id: uuidv7(),
    bureau: YUBEI_BUREAU,
    parentId: null,
    fundKind: 'aid',
    name: `小额基金 ${at}`,
    purpose: null,
    at: NOW,
    by: MAKER,
  })

describe('a broken invariant', () => {
  beforeEach(async () => {
    await database.ownerPool.query(`update ledger.books set stopped_at = null, stopped_why = null`)
  })

  test('stops what leaves a fund until it is mended and somebody lets it go on, and is seen on the page', async () => {
    await database.ownerPool.query('update ledger.accounts set balance_fen = balance_fen + 1 where id = $1', [made.one])

    expect(await guard()).toEqual([{ bureau: YUBEI_BUREAU, why: 'I2 ×1' }])

    expect(await shift(made.one, made.other, 1n)).toMatchObject({ refusal: { code: 'payments-stopped' } })
    expect(
      await inBooks(database, (tx) =>
        hold(tx, { id: uuidv7(), bureau: YUBEI_BUREAU, accountId: made.one, amountFen: 1n, purpose: null, at: NOW, by: MAKER }),
      ),
    ).toMatchObject({ refusal: { code: 'payments-stopped' } })
    expect(await act(on, office.cashier, { name: 'batch.file', input: { batchId: made.batchId, format: 'csv' } })).toMatchObject({
      refusal: { code: 'payments-stopped' },
    })
    const seen = value<{ stopped: { why: string } }>(await look(on, office.supervisor, { name: 'fund.list', input: { place: YUBEI } }))
    expect(seen.stopped.why).toBe('I2 ×1')
    expect(said.at(-1)).toContain('I2 ×1')

    const resume = (who = office.checker) => act(on, who, { name: 'fund.resume', input: { place: YUBEI } })
    expect(await resume()).toMatchObject({ refusal: { code: 'still-broken', count: 1 } })
    expect(await resume(office.cashier)).toMatchObject({ problem: { code: 'not-permitted' } })
    await database.ownerPool.query('update ledger.accounts set balance_fen = balance_fen - 1 where id = $1', [made.one])
    value(await resume())
    expect((await shift(made.one, made.other, 1n)).ok).toBe(true)
    expect(await resume()).toMatchObject({ refusal: { code: 'not-stopped' } })
  })
})
