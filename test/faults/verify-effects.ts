import pg from 'pg'
import { VALUE_PARSERS } from '../../src/platform/database/value-parsers.ts'
import { verifyJournal } from '../../src/platform/journal/verify-journal.ts'
import type { Acknowledged } from './clerk.ts'
import { HALF_EFFECTS } from './half-effects.ts'

export interface Verdict {
  readonly acknowledged: number
  /** Of them, how many had to be sent more than once. */
  readonly retried: number
  /** Acknowledged and not there. */
  readonly lost: readonly string[]
  /** There more than once. */
  readonly doubled: readonly string[]
  /** Rows that stand without what belongs to them. */
  readonly half: readonly string[]
  readonly brokenChains: readonly string[]
}

export const isWhole = (verdict: Verdict): boolean =>
  [verdict.lost, verdict.doubled, verdict.half, verdict.brokenChains].every((faults) => faults.length === 0)

/** How often each acknowledged action stands in the database, in each of the places where it must stand once. */
const TRACES = `
  select a.key::text as key, a.action, a.people,
         (select count(*)::int from spine.receipts r where r.action_id = a.key and not r.refused and r.action_name = a.action) as receipts,
         (select count(*)::int from leaf l where l.id = a.key::text) as leaves,
         (select count(*)::int from casework.visits v where v.id = a.key)
           + (select count(*)::int from registry.people p where p.id = a.key) as effects,
         case a.action when 'visit.record' then (select count(*)::int from casework.visit_people s where s.visit_id = a.key)
           else (select count(*)::int from registry.person_versions v where v.person_id = a.key and v.version = 1) end as parts,
         case a.action when 'visit.record' then 1
           else (select count(*)::int from spine.facts f where f.kind = 'person.captured' and f.person_ids = array[a.key]) end as facts
    from asked a`

interface Trace {
  key: string
  action: string
  people: number
  receipts: number
  leaves: number
  effects: number
  parts: number
  facts: number
}

/** An action that nobody has done. Where it is not missed, the comparison sees nothing. */
const NEVER_DONE = { key: '00000000-0000-7000-8000-000000000000', action: 'visit.record', people: 1 }

/**
 * Compares what clerks were told with what stands: everything once, nothing by halves, every chain whole. `since`: when they
 * took their seats.
 */
export async function verifyEffects(connection: pg.ClientConfig, acknowledged: readonly Acknowledged[], since: Date): Promise<Verdict> {
  const pool = new pg.Pool({
    ...connection,
    max: 1,
    options: `-c app.scope_lo=0 -c app.scope_hi=: -c faults.since=${since.toISOString()}`,
    types: VALUE_PARSERS,
  })
  try {
    await pool.query('create temporary table asked (key uuid primary key, action text, people int)')
    await pool.query('insert into asked select * from jsonb_to_recordset($1::jsonb) as a(key uuid, action text, people int)', [
      JSON.stringify([NEVER_DONE, ...acknowledged.map(({ key, action, personIds }) => ({ key, action, people: personIds.length }))]),
    ])
    await pool.query(
      "create temporary table leaf as select canon::jsonb ->> 'id' as id, (canon::jsonb ->> 'at')::timestamptz as at, unit_code, account_id from spine.leaves; create index on leaf (id)",
    )
    const { rows } = await pool.query<Trace>(TRACES)
    const half: string[] = []
    for (const [what, sql] of Object.entries(HALF_EFFECTS)) {
      const { rows: found } = await pool.query<{ n: number; example: string | null }>(sql)
      if (found[0]?.n) half.push(`${what}: ${found[0].n}, such as ${found[0].example}`)
    }
    const chains = await verifyJournal(pool)
    const wanted = (row: Trace) => (row.action === 'visit.record' ? row.people : 1)
    const say = (row: Trace): string => JSON.stringify(row)
    const missing = rows.filter((row) => Math.min(row.receipts, row.leaves, row.effects, row.facts) < 1 || row.parts < wanted(row))
    if (!missing.some(({ key }) => key === NEVER_DONE.key))
      throw new Error('an action that nobody has done was not missed: this check shows nothing')
    return {
      acknowledged: acknowledged.length,
      retried: acknowledged.filter(({ tries }) => tries > 1).length,
      lost: missing.filter(({ key }) => key !== NEVER_DONE.key).map(say),
      doubled: rows.filter((row) => Math.max(row.receipts, row.leaves, row.effects, row.facts) > 1 || row.parts > wanted(row)).map(say),
      half,
      brokenChains: chains
        .filter(({ broken }) => broken)
        .map(({ bureauCode, broken }) => `${bureauCode}: ${broken?.why} at ${broken?.seq}`),
    }
  } finally {
    await pool.end()
  }
}
