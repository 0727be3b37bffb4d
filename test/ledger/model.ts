import type { Hold, Posting } from './say.ts'

interface ModelAccount {
  balance: bigint
  held: bigint
  readonly hasFloor: boolean
}

interface ModelHold {
  readonly accountId: string
  readonly amountFen: bigint
  state: 'held' | 'released' | 'captured'
}

/** The books of one bureau in memory, written from the rules and not from the code: what the database must come to. */
export interface ModelBooks {
  readonly accounts: Map<string, ModelAccount>
  readonly holds: Map<string, ModelHold>
  readonly postings: Map<string, { moves: Posting['moves']; isReversed: boolean }>
}

export const emptyBooks = (): ModelBooks => ({ accounts: new Map(), holds: new Map(), postings: new Map() })

/** What comes of something: `done`, or the code of the refusal. */
export type Outcome = string

const free = ({ balance, held }: ModelAccount): bigint => balance - held

export function modelPost(books: ModelBooks, { id, moves }: Pick<Posting, 'id' | 'moves'>): Outcome {
  for (const { accountId, amountFen } of moves) {
    const account = books.accounts.get(accountId)
    if (!account) return 'account-unknown'
    if (account.hasFloor && free(account) + amountFen < 0n) return 'fund-short'
  }
  for (const { accountId, amountFen } of moves) {
    const account = books.accounts.get(accountId)
    if (account) account.balance += amountFen
  }
  books.postings.set(id, { moves, isReversed: false })
  return 'done'
}

export function modelReverse(books: ModelBooks, id: string, postingId: string): Outcome {
  const found = books.postings.get(postingId)
  if (!found) return 'posting-unknown'
  if (found.isReversed) return 'already-reversed'
  const done = modelPost(books, { id, moves: found.moves.map(({ accountId, amountFen }) => ({ accountId, amountFen: -amountFen })) })
  if (done !== 'done') return done
  found.isReversed = true
  books.postings.delete(id)
  return 'done'
}

export function modelHold(books: ModelBooks, { id, accountId, amountFen }: Pick<Hold, 'id' | 'accountId' | 'amountFen'>): Outcome {
  const account = books.accounts.get(accountId)
  if (!account) return 'account-unknown'
  if (free(account) < amountFen) return 'fund-short'
  account.held += amountFen
  books.holds.set(id, { accountId, amountFen, state: 'held' })
  return 'done'
}

export function modelRelease(books: ModelBooks, holdId: string): Outcome {
  const found = books.holds.get(holdId)
  if (!found) return 'hold-unknown'
  if (found.state === 'released') return 'done'
  if (found.state === 'captured') return 'hold-settled'
  const account = books.accounts.get(found.accountId)
  if (account) account.held -= found.amountFen
  found.state = 'released'
  return 'done'
}

export function modelCapture(books: ModelBooks, holdId: string, toAccountId: string): Outcome {
  const found = books.holds.get(holdId)
  if (!found) return 'hold-unknown'
  if (found.state !== 'held') return 'hold-settled'
  const [from, to] = [books.accounts.get(found.accountId), books.accounts.get(toAccountId)]
  if (!from || !to) return 'account-unknown'
  from.held -= found.amountFen
  from.balance -= found.amountFen
  to.balance += found.amountFen
  found.state = 'captured'
  return 'done'
}
