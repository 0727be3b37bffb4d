import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { BureauCode } from '../../src/kernel/region-code.ts'
import { capture, hold, openFund, post, release, reverse, systemAccount } from '../../src/modules/ledger/index.ts'
import type { Tx } from '../../src/platform/database/tx.ts'
import type { Chance } from '../outbox/chance.ts'
import { emptyBooks, type ModelBooks, modelCapture, modelHold, modelPost, modelRelease, modelReverse, type Outcome } from './model.ts'
import { HANDS, PAID, type Said, say, WHEN } from './say.ts'

/** Accounts that every worker uses at once; their money is shared, so only their sum is foretold. */
export interface Hot {
  readonly bureau: BureauCode
  readonly accounts: readonly string[]
  /** What all workers together have moved, account by account. */
  readonly moved: Map<string, bigint>
}

export interface WorkerParts {
  readonly pool: Pool
  readonly bureau: BureauCode
  readonly hot: Hot
  readonly chance: Chance
  readonly messages: number
}

export interface WorkerReport {
  readonly bureau: BureauCode
  readonly books: ModelBooks
  sent: number
  duplicates: number
  otherBodies: number
  hotMoves: number
  fresh: number
  readonly outcomes: Map<Outcome, number>
  readonly wrong: string[]
}

/** What is sent, what must come of it, and what the same id with another body would say. */
interface Message {
  readonly words: string
  readonly send: (tx: Tx) => Promise<Said>
  readonly foretold: Outcome
  readonly otherBody?: (tx: Tx) => Promise<Said>
}

const idIn = <T>(chance: Chance, from: readonly T[]): T | undefined => from[chance.below(from.length)]

/** One officer who sends messages one after the other, many of them again, and foretells each answer. */
export async function work(parts: WorkerParts): Promise<WorkerReport> {
  const { pool, bureau, chance, messages } = parts
  const report: WorkerReport = {
    bureau,
    books: emptyBooks(),
    sent: 0,
    duplicates: 0,
    otherBodies: 0,
    hotMoves: 0,
    fresh: 0,
    outcomes: new Map(),
    wrong: [],
  }
  const system = await openSystem(pool, bureau, report.books)
  const funds: string[] = []
  for (let at = 0; at < 4; at += 1) funds.push(await openFresh(parts, report))
  while (report.sent < messages) {
    if (chance.of(0.1)) await moveHot(parts, report)
    else {
      if (chance.of(0.05)) funds.push(await openFresh(parts, report))
      await tellTwice(parts, report, { message: nextMessage({ bureau, chance, books: report.books, funds, system }), system })
    }
  }
  return report
}

interface System {
  readonly source: string
  readonly spent: string
}

async function openSystem(pool: Pool, bureau: BureauCode, books: ModelBooks): Promise<System> {
  const ids: string[] = []
  for (const kind of ['source', 'spent'] as const) {
    await say(pool, bureau, async (tx) => {
      const id = await systemAccount(tx, { bureau, kind, by: HANDS.madeBy, at: WHEN.at })
      books.accounts.set(id, { balance: 0n, held: 0n, hasFloor: false })
      ids.push(id)
      return { ok: true }
    })
  }
  const [source = '', spent = ''] = ids
  return { source, spent }
}

async function openFresh({ pool, bureau }: WorkerParts, report: WorkerReport): Promise<string> {
  const id = uuidv7()
  const fund = { id, bureau, parentId: null, fundKind: 'aid', name: id, purpose: null, at: WHEN.at, by: HANDS.madeBy } as const
  await say(pool, bureau, (tx) => openFund(tx, fund))
  report.books.accounts.set(id, { balance: 0n, held: 0n, hasFloor: true })
  report.fresh += 1
  report.sent += 1
  return id
}

/** Sends, often again or twice at once, sometimes with another body; and holds each answer against the model's. */
async function tellTwice({ pool, bureau, chance }: WorkerParts, report: WorkerReport, { message }: { message: Message; system: System }) {
  const copies = chance.of(0.15) ? 2 : 1
  const hear = (send: (tx: Tx) => Promise<Said>) => say(pool, bureau, send)
  const heard = await Promise.all(Array.from({ length: copies }, () => hear(message.send)))
  if (copies === 1 && chance.of(0.35)) heard.push(await hear(message.send))
  report.sent += heard.length
  report.duplicates += heard.length - 1
  for (const outcome of heard) judge(report, message, { outcome, foretold: message.foretold })
  if (message.otherBody && message.foretold === 'done' && chance.of(0.2)) {
    report.sent += 1
    report.otherBodies += 1
    judge(report, message, { outcome: await hear(message.otherBody), foretold: 'id-taken' })
  }
}

function judge(report: WorkerReport, { words }: Message, { outcome, foretold }: { outcome: Outcome; foretold: Outcome }): void {
  report.outcomes.set(outcome, (report.outcomes.get(outcome) ?? 0) + 1)
  if (outcome !== foretold) report.wrong.push(`${report.bureau} ${words}: ${outcome} and not ${foretold}`)
}

interface Making {
  readonly bureau: BureauCode
  readonly chance: Chance
  readonly books: ModelBooks
  readonly funds: readonly string[]
  readonly system: System
}

function nextMessage(making: Making): Message {
  const dice = making.chance.below(100)
  if (dice < 25) return income(making)
  if (dice < 65) return shift(making)
  if (dice < 80) return holding(making)
  if (dice < 86) return releasing(making)
  if (dice < 94) return capturing(making)
  return reversing(making)
}

function posting({ bureau, books }: Making, kind: 'income' | 'shift', moves: readonly { accountId: string; amountFen: bigint }[]): Message {
  const asked = { id: uuidv7(), bureau, kind, moves, purpose: null, memo: kind, ...HANDS, ...WHEN }
  const doubled = { ...asked, moves: moves.map((one) => ({ ...one, amountFen: one.amountFen * 2n })) }
  return {
    words: kind,
    send: (tx) => post(tx, asked),
    foretold: modelPost(books, asked),
    otherBody: (tx) => post(tx, doubled),
  }
}

function income(making: Making): Message {
  const { chance, funds, system } = making
  const amountFen = BigInt(1 + chance.below(1_000_000))
  const to = idIn(chance, funds) ?? ''
  return posting(making, 'income', [
    { accountId: system.source, amountFen: -amountFen },
    { accountId: to, amountFen },
  ])
}

function shift(making: Making): Message {
  const { chance, funds } = making
  const amountFen = BigInt(1 + chance.below(400_000))
  const from = chance.below(funds.length)
  const to = (from + 1 + chance.below(funds.length - 1)) % funds.length
  return posting(making, 'shift', [
    { accountId: funds[from] ?? '', amountFen: -amountFen },
    { accountId: funds[to] ?? '', amountFen },
  ])
}

function holding({ bureau, chance, books, funds }: Making): Message {
  const accountId = idIn(chance, funds) ?? ''
  const asked = {
    id: uuidv7(),
    bureau,
    accountId,
    amountFen: BigInt(1 + chance.below(200_000)),
    purpose: null,
    at: WHEN.at,
    by: HANDS.madeBy,
  }
  return {
    words: 'hold',
    send: (tx) => hold(tx, asked),
    foretold: modelHold(books, asked),
    otherBody: (tx) => hold(tx, { ...asked, amountFen: asked.amountFen + 1n }),
  }
}

const anyHold = ({ chance, books }: Making): string => idIn(chance, [...books.holds.keys()].slice(-40)) ?? uuidv7()

function releasing(making: Making): Message {
  const { bureau, books } = making
  const holdId = anyHold(making)
  return { words: 'release', send: (tx) => release(tx, { bureau, holdId, at: WHEN.at }), foretold: modelRelease(books, holdId) }
}

function capturing(making: Making): Message {
  const { bureau, books, system } = making
  const holdId = anyHold(making)
  const asked = { id: uuidv7(), bureau, holdId, toAccountId: system.spent, memo: 'capture', ...PAID, ...WHEN }
  return { words: 'capture', send: (tx) => capture(tx, asked), foretold: modelCapture(books, holdId, system.spent) }
}

function reversing({ bureau, chance, books }: Making): Message {
  const [id, postingId] = [uuidv7(), idIn(chance, [...books.postings.keys()].slice(-40)) ?? uuidv7()]
  const asked = { id, bureau, postingId, memo: 'reverse', ...HANDS, ...WHEN }
  return { words: 'reverse', send: (tx) => reverse(tx, asked), foretold: modelReverse(books, id, postingId) }
}

/** A shift between two accounts that everybody moves at the same moment. There is money enough: none is refused. */
async function moveHot({ pool, hot, chance }: WorkerParts, report: WorkerReport): Promise<void> {
  const from = chance.below(hot.accounts.length)
  const to = (from + 1 + chance.below(hot.accounts.length - 1)) % hot.accounts.length
  const amountFen = BigInt(1 + chance.below(1_000))
  const moves = [
    { accountId: hot.accounts[from] ?? '', amountFen: -amountFen },
    { accountId: hot.accounts[to] ?? '', amountFen },
  ]
  const asked = { id: uuidv7(), bureau: hot.bureau, kind: 'shift', moves, purpose: null, memo: 'hot', ...HANDS, ...WHEN } as const
  const copies = chance.of(0.3) ? 2 : 1
  const heard = await Promise.all(Array.from({ length: copies }, () => say(pool, hot.bureau, (tx) => post(tx, asked))))
  report.sent += copies
  report.duplicates += copies - 1
  report.hotMoves += copies
  for (const outcome of heard) judge(report, { words: 'hot' } as Message, { outcome, foretold: 'done' })
  for (const { accountId, amountFen: fen } of moves) hot.moved.set(accountId, (hot.moved.get(accountId) ?? 0n) + fen)
}
