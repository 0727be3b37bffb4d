import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { BureauCode } from '../../src/kernel/region-code.ts'
import { guardBooks, openFund, post, systemAccount } from '../../src/modules/ledger/index.ts'
import { clockAt } from '../../src/platform/clock/clock.ts'
import { chance } from '../outbox/chance.ts'
import { HANDS, say, WHEN } from './say.ts'
import { type Hot, type WorkerReport, work } from './worker.ts'

export interface Simulated {
  readonly messages: number
  readonly duplicates: number
  readonly otherBodies: number
  readonly hotMoves: number
  readonly fresh: number
  readonly outcomes: ReadonlyMap<string, number>
  readonly seconds: number
  /** Answers other than the model's, balances other than the model's, broken invariants. */
  readonly wrong: readonly string[]
}

const HOT_FEN = 100_000_000_000n

/** Workers send random messages at the same time, each in books of its own and all in the hot ones; then everything is held against the model. */
export async function simulate(
  pools: { app: Pool; owner: Pool },
  given: { messages: number; workers: number; seed: number },
): Promise<Simulated> {
  const begun = performance.now()
  const hot = await openHot(pools.app)
  const each = Math.ceil(given.messages / given.workers)
  const reports = await Promise.all(
    Array.from({ length: given.workers }, (_, at) => {
      const bureau = `5003${String(at + 10).padStart(2, '0')}` as BureauCode
      return work({ pool: pools.app, bureau, hot, chance: chance(given.seed * 1_000 + at), messages: each })
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  const sum = (of: (report: WorkerReport) => number): number => reports.reduce((all, report) => all + of(report), 0)
  const outcomes = new Map<string, number>()
  for (const report of reports) for (const [code, count] of report.outcomes) outcomes.set(code, (outcomes.get(code) ?? 0) + count)
  const broken = await guardBooks({ pool: pools.app, clock: clockAt(WHEN.at), log: () => undefined })
  const wrong = [
    ...reports.flatMap((report) => report.wrong),
    ...broken.map(({ bureau, why }) => `invariants of ${bureau}: ${why}`),
    ...(await againstModel(pools.owner, reports, hot)),
  ]
  return {
    messages: sum(({ sent }) => sent),
    duplicates: sum((one) => one.duplicates),
    otherBodies: sum((one) => one.otherBodies),
    hotMoves: sum((one) => one.hotMoves),
    fresh: sum((one) => one.fresh),
    outcomes,
    seconds,
    wrong,
  }
}

async function openHot(pool: Pool): Promise<Hot> {
  const bureau = '500399' as BureauCode
  const accounts: string[] = []
  for (let at = 0; at < 5; at += 1) {
    const id = uuidv7()
    await say(pool, bureau, (tx) =>
      openFund(tx, { id, bureau, parentId: null, fundKind: 'care', name: `hot ${id}`, purpose: null, at: WHEN.at, by: HANDS.madeBy }),
    )
    await say(pool, bureau, async (tx) => {
      const source = await systemAccount(tx, { bureau, kind: 'source', by: HANDS.madeBy, at: WHEN.at })
      const moves = [
        { accountId: source, amountFen: -HOT_FEN },
        { accountId: id, amountFen: HOT_FEN },
      ]
      return await post(tx, { id: uuidv7(), bureau, kind: 'income', moves, purpose: null, memo: 'hot', ...HANDS, ...WHEN })
    })
    accounts.push(id)
  }
  return { bureau, accounts, moved: new Map() }
}

/** Each account to the fen, held money too, and no posting that nobody was told of. */
async function againstModel(owner: Pool, reports: readonly WorkerReport[], hot: Hot): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string; bureau_code: string; balance_fen: string; held_fen: string }>(
    'select id, bureau_code, balance_fen::text, held_fen::text from ledger.accounts',
  )
  const stored = new Map(rows.map((row) => [row.id, row]))
  const wrong: string[] = []
  for (const { books, bureau } of reports) {
    for (const [id, { balance, held }] of books.accounts) {
      const row = stored.get(id)
      if (row?.balance_fen !== String(balance) || row.held_fen !== String(held))
        wrong.push(`${bureau} account ${id}: ${row?.balance_fen} and ${row?.held_fen} held, not ${balance} and ${held}`)
    }
  }
  for (const id of hot.accounts) {
    const [is, must] = [stored.get(id)?.balance_fen, String(HOT_FEN + (hot.moved.get(id) ?? 0n))]
    if (is !== must) wrong.push(`hot account ${id}: ${is}, not ${must}`)
  }
  return wrong
}
