import { createHash } from 'node:crypto'
import type { Pool } from 'pg'

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
  readonly leaves: number
  /** Hash of the last leaf, hex: what is published and compared with witnesses. */
  readonly head: string
  readonly broken?: { readonly seq: bigint; readonly why: BrokenReason }
}

type BrokenReason = 'gap' | 'hash' | 'columns' | 'head'

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

/**
 * Walks one bureau's chain from its first leaf and recomputes every hash from what is stored.
 *
 * @param owner a connection that sees every row (the owner's, scoped to the nation): a verifier must not be lied to by a policy.
 */
export async function verifyChain(owner: Pool, bureauCode: string): Promise<ChainVerdict> {
  const BATCH = 2_000
  let previous: Buffer = Buffer.alloc(32)
  let last = 0n
  for (;;) {
    const { rows } = await owner.query<LeafRow>(
      `select seq, unit_code, action_name, account_id, subject_id, canon, hash from spine.leaves
        where bureau_code = $1 and seq > $2 order by seq limit $3`,
      [bureauCode, last, BATCH],
    )
    for (const row of rows) {
      const why = fault(row, last + 1n, previous)
      if (why) return { bureauCode, leaves: Number(last), head: previous.toString('hex'), broken: { seq: last + 1n, why } }
      previous = row.hash
      last = row.seq
    }
    if (rows.length < BATCH) break
  }
  const head = await owner.query<{ seq: bigint; hash: Buffer }>('select seq, hash from spine.heads where bureau_code = $1', [bureauCode])
  const matches = head.rows[0]?.seq === last && head.rows[0].hash.equals(previous)
  const verdict = { bureauCode, leaves: Number(last), head: previous.toString('hex') }
  return matches ? verdict : { ...verdict, broken: { seq: last + 1n, why: 'head' } }
}

/** Every bureau that has a leaf or a head, in the order of its code. */
export async function verifyJournal(owner: Pool): Promise<ChainVerdict[]> {
  const { rows } = await owner.query<{ bureau_code: string }>(
    'select bureau_code from spine.heads union select distinct bureau_code from spine.leaves order by 1',
  )
  const verdicts: ChainVerdict[] = []
  for (const { bureau_code } of rows) verdicts.push(await verifyChain(owner, bureau_code))
  return verdicts
}
