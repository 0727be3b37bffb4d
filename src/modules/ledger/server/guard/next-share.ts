import type { Tx } from '../../../../platform/database/tx.ts'
import type { Part } from './what-moved.ts'

/** Looks in which everything has been seen once: a look a minute, and some hours of a day to spare. */
const LOOKS = 1_200
/** Small books are gone through faster. */
const LEAST = 20

interface Key {
  readonly bureau: string
  readonly id: string
}

interface Round {
  readonly kind: Part['kind']
  /** How many there are, by which a share is measured. */
  readonly count: string
  /** The next keys after a bureau and an id, in their order. */
  readonly next: string
}

const keysOf = (table: string, id: string, where = 'true'): string =>
  `select bureau_code as bureau, ${id} as id from ${table} where (bureau_code, ${id}) > ($1, $2::uuid) and ${where} order by bureau_code, ${id} limit $3`

/** Of many lines that share a batch each batch once: from key to key, never through the lines between. */
const BATCHES_OF_LINES = `
  with recursive found as (
    (select bureau_code, batch_id, 1 as at from ledger.batch_lines where (bureau_code, batch_id) > ($1, $2::uuid) order by 1, 2 limit 1)
    union all
    select n.bureau_code, n.batch_id, f.at + 1 from found f cross join lateral (
      select l.bureau_code, l.batch_id from ledger.batch_lines l
       where (l.bureau_code, l.batch_id) > (f.bureau_code, f.batch_id) order by 1, 2 limit 1) n
     where f.at < $3)
  select bureau_code as bureau, batch_id as id from found order by at`

const ROUNDS: readonly Round[] = [
  { kind: 'posting', count: 'select count(*) from ledger.postings', next: keysOf('ledger.postings', 'id') },
  {
    kind: 'posting',
    count: 'select count(*) from ledger.postings',
    next: keysOf('spine.leaves', 'subject_id', `action_name = 'ledger.post'`),
  },
  { kind: 'account', count: 'select count(*) from ledger.accounts', next: keysOf('ledger.accounts', 'id') },
  { kind: 'batch', count: 'select count(*) from ledger.batches', next: keysOf('ledger.batches', 'id') },
  { kind: 'batch', count: 'select count(*) from ledger.batches', next: BATCHES_OF_LINES },
]

const START: Key = { bureau: '', id: '00000000-0000-0000-0000-000000000000' }

/** Goes round everything, a share at a call: postings, leaves, accounts, batches, and what their lines say they belong to. */
export function openRounds(): (tx: Tx) => Promise<readonly Part[]> {
  const states = ROUNDS.map((round) => ({ round, after: START, size: LEAST }))
  return async (tx) => {
    const parts: Part[] = []
    for (const state of states) {
      const { kind, count, next } = state.round
      if (state.after === START) {
        const { rows } = await tx.query<{ count: string }>(count)
        state.size = Math.max(LEAST, Math.ceil(Number(rows[0]?.count ?? 0) / LOOKS))
      }
      const { rows } = await tx.query<Key>(next, [state.after.bureau, state.after.id, state.size])
      state.after = rows.length < state.size ? START : (rows.at(-1) ?? START)
      parts.push(...rows.map((key) => ({ ...key, kind })))
    }
    return parts
  }
}
