import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Tx } from '../database/tx.ts'
import type { BrokenReason } from './contract.ts'

interface LeafRow {
  seq: bigint
  unit_code: string
  action_name: string
  account_id: string
  subject_id: string | null
  canon: string
  hash: Buffer
}

/** What walking one bureau's chain showed: whole, or the first leaf that does not fit and why. */
export interface ChainVerdict {
  readonly bureauCode: string
  /** The first leaf that was walked. */
  readonly from: bigint
  /** The number of the last leaf that was walked. */
  readonly leaves: number
  /** Hash of the last leaf, hex: what is published and compared with witnesses. */
  readonly head: string
  readonly broken?: { readonly seq: bigint; readonly why: BrokenReason }
}

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** hash = sha256(0x01 ‖ previous ‖ sha256(0x00 ‖ canon)): RFC 6962 domain separation on a chain. */
export const chainHash = (previous: Uint8Array, canon: string): Buffer =>
  sha256(Uint8Array.of(1), previous, sha256(Uint8Array.of(0), Buffer.from(canon, 'utf8')))

/** The columns that exist only to be found by must say what the hashed text says. */
function columnsAgree(row: LeafRow): boolean {
  const leaf: Record<string, unknown> = JSON.parse(row.canon)
  return (
    leaf['action'] === row.action_name &&
    leaf['account'] === row.account_id &&
    leaf['unit'] === row.unit_code &&
    (leaf['subject'] ?? null) === row.subject_id
  )
}

function fault(row: LeafRow, expected: bigint, previous: Uint8Array): BrokenReason | undefined {
  if (row.seq !== expected) return 'gap'
  if (!chainHash(previous, row.canon).equals(row.hash)) return 'hash'
  return columnsAgree(row) ? undefined : 'columns'
}

/** What a chain is walked through: a pool, or the transaction of a reader who sees the whole bureau. */
type Asks = Pick<Tx, 'query'>

/** Where to begin: behind the leaf whose hash is trusted, or at the very first. */
async function beginning(asks: Asks, bureauCode: string, before: bigint): Promise<{ last: bigint; previous: Buffer }> {
  const first = { last: 0n, previous: Buffer.alloc(32) }
  if (before <= 0n) return first
  const { rows } = await asks.query<{ hash: Buffer }>('select hash from spine.leaves where bureau_code = $1 and seq = $2', [
    bureauCode,
    before,
  ])
  return rows[0] ? { last: before, previous: rows[0].hash } : first
}

/** The end as the head says it and the last leaf there is, seen at one instant: others go on appending meanwhile. */
async function endOf(asks: Asks, bureauCode: string): Promise<{ seq: bigint; hash: Buffer; last: bigint } | undefined> {
  const { rows } = await asks.query<{ seq: bigint; hash: Buffer; last: bigint }>(
    `select coalesce(h.seq, -1) as seq, coalesce(h.hash, ''::bytea) as hash, coalesce(l.last, 0) as last
       from (select max(seq) as last from spine.leaves where bureau_code = $1) l
       left join spine.heads h on h.bureau_code = $1`,
    [bureauCode],
  )
  const end = rows[0]
  return end && (end.seq >= 0n || end.last > 0n) ? end : undefined
}

/**
 * Walks one bureau's chain and recomputes every hash from what is stored: from its first leaf, or over its newest `most`
 * leaves, from the stored hash of the leaf before them.
 *
 * @param asks a connection that sees every row of the bureau (the owner's, or that of a reader whose range holds it):
 *   a verifier must not be lied to by a policy.
 */
export async function verifyChain(asks: Asks, bureauCode: string, most?: bigint): Promise<ChainVerdict> {
  const BATCH = 2_000
  const end = await endOf(asks, bureauCode)
  const start = await beginning(asks, bureauCode, most === undefined || !end ? 0n : end.last - most)
  let { last, previous } = start
  const verdict = () => ({ bureauCode, from: start.last + 1n, leaves: Number(last), head: previous.toString('hex') })
  if (!end) return verdict()
  while (last < end.last) {
    const { rows } = await asks.query<LeafRow>(
      `select seq, unit_code, action_name, account_id, subject_id, canon, hash from spine.leaves
        where bureau_code = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
      [bureauCode, last, end.last, BATCH],
    )
    for (const row of rows) {
      const why = fault(row, last + 1n, previous)
      if (why) return { ...verdict(), broken: { seq: last + 1n, why } }
      previous = row.hash
      last = row.seq
    }
    if (rows.length === 0) break
  }
  const matches = end.seq === last && end.hash.equals(previous)
  return matches ? verdict() : { ...verdict(), broken: { seq: last + 1n, why: 'head' } }
}

const asksOf = (pool: Pool): Asks => ({ query: (text, values) => pool.query(text, values && [...values]) })

/** Every bureau that has a leaf or a head, in the order of its code. */
export async function verifyJournal(owner: Pool): Promise<ChainVerdict[]> {
  const { rows } = await owner.query<{ bureau_code: string }>(
    'select bureau_code from spine.heads union select distinct bureau_code from spine.leaves order by 1',
  )
  const verdicts: ChainVerdict[] = []
  for (const { bureau_code } of rows) verdicts.push(await verifyChain(asksOf(owner), bureau_code))
  return verdicts
}
