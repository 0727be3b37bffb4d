import type { BureauCode } from '../../../../kernel/region-code.ts'
import { prepared } from '../../../../platform/database/prepared.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { openRounds } from './next-share.ts'
import { type Broken, stopBroken, type Watch, WHOLE } from './stop-payments.ts'
import { findMoved, type Part } from './what-moved.ts'

/** A movement counts from when its transaction began: one that took longer than this is seen in the rounds. */
const LONGEST_MS = 600_000

interface Break {
  readonly bureau: string
  readonly invariant: string
  readonly found: number
}

/**
 * The look of every minute, as long as what it looks at and not as the books: what moved since the last one, a share of the
 * rest, and what is cheap to ask of all. A look that fails has seen nothing: the next one takes its part as well.
 */
export function openMinuteLooks(watch: Watch): () => Promise<readonly Broken[]> {
  const nextShare = openRounds()
  let [since, seen] = [watch.clock.now(), new Set<string>()]
  return async () => {
    const now = watch.clock.now()
    const looked = await withScope(watch.pool, WHOLE, 'read', async (tx) => {
      await tx.query(`set local statement_timeout = '5min'`, [])
      const moved = await findMoved(tx, new Date(Date.parse(since) - LONGEST_MS).toISOString())
      const fresh = moved.filter(({ mark }) => !seen.has(mark))
      return { moved, broken: await findBreaks(tx, [...fresh, ...(await nextShare(tx))]) }
    })
    ;[since, seen] = [now, new Set(looked.moved.map(({ mark }) => mark))]
    await stopBroken(watch, looked.broken)
    return looked.broken
  }
}

/** The breaches of some parts of the books, of their bureaus, and of how the tables are kept. */
export async function findBreaks(tx: Tx, parts: readonly Part[]): Promise<readonly Broken[]> {
  const breaks: Break[] = [...(await breaksOfTables(tx))]
  for (const [bureau, ids] of byBureau(parts)) breaks.push(...(await breaksOf(tx, bureau, ids)))
  const bureaus = [...new Set(breaks.map(({ bureau }) => bureau))].sort()
  const numberOf = ({ invariant }: Break): number => Number(invariant.slice(1))
  return bureaus.map((bureau) => {
    const its = breaks.filter((one) => one.bureau === bureau).sort((a, b) => numberOf(a) - numberOf(b))
    return { bureau: bureau as BureauCode, why: its.map(({ invariant, found }) => `${invariant} ×${found}`).join(', ') }
  })
}

type Ids = Readonly<Record<Part['kind'], Set<string>>>

function byBureau(parts: readonly Part[]): ReadonlyMap<string, Ids> {
  const found = new Map<string, Ids>()
  for (const { bureau, kind, id } of parts) {
    const ids = found.get(bureau) ?? { posting: new Set(), account: new Set(), batch: new Set() }
    found.set(bureau, ids)
    ids[kind].add(id)
  }
  return found
}

/** Grants, keys and types: of all bureaus, for they cost nothing. */
async function breaksOfTables(tx: Tx): Promise<readonly Break[]> {
  const { rows } = await tx.query<Break>(
    `select bureau_code as bureau, invariant, count(*)::int as found
       from (select bureau_code, 'I4' as invariant from ledger.loose_grants
             union all select bureau_code, 'I7' from ledger.lost_keys
             union all select bureau_code, 'I11' from ledger.inexact_columns) as one
      group by bureau_code, invariant`,
  )
  return rows
}

/** Planned once: behind the policies its plan takes longer than its work. */
const BREAKS_OF = prepared(
  `select $1 as bureau, invariant, count(distinct detail)::int as found
     from (select * from ledger.breaks_of_postings($1, $2)
           union all select * from ledger.breaks_of_accounts($1, $3)
           union all select * from ledger.breaks_of_batches($1, $4)
           union all select * from ledger.breaks_of_books($1)) as one
    group by invariant`,
)

async function breaksOf(tx: Tx, bureau: string, { posting, account, batch }: Ids): Promise<readonly Break[]> {
  const { rows } = await tx.query<Break>(BREAKS_OF, [bureau, [...posting], [...account], [...batch]])
  return rows
}
