import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Bench } from './open-bench.ts'
import { PEOPLE_EACH, STATIONS } from './visit-clients.ts'

export interface Peer {
  /** Commits the rows of so many visits, one transaction each, shared out among the connections. */
  commit(visits: number): Promise<void>
  countRows(): Promise<Record<string, number>>
  close(): Promise<void>
}

/** The same tables with the same keys and indexes, without policies, grants or checks of ours. */
const MAKE = `
  create schema bare;
  create table bare.visits (like casework.visits including all);
  create table bare.visit_people (like casework.visit_people including all);
  create table bare.visit_plans (like casework.visit_plans including all);
  create table bare.receipts (like spine.receipts including all);
  create table bare.facts (like spine.facts including all);
  create table bare.leaves (like spine.leaves including all);
  create table bare.seen (person_id uuid primary key, last_contact_on date);`

/** A program that only writes rows: no rights, no rules, no repeat, no proof; the statements one after the other, as `pg` is used. */
export async function openPeer({ database }: Bench, count: number): Promise<Peer> {
  await database.ownerPool.query(MAKE)
  const owner = ownerOf(database.ownerPool)
  const clients = await Promise.all(Array.from({ length: count }, () => connect(owner)))
  const heads = STATIONS.map(() => 0)
  return {
    commit: async (visits) => {
      await Promise.all(clients.map((client, at) => commitAll(client, { at, visits: Math.ceil(visits / count), heads })))
    },
    countRows: () => countRows(database.ownerPool),
    close: async () => {
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}

function ownerOf(pool: pg.Pool): pg.ClientConfig {
  const { options } = pool as unknown as { options: pg.ClientConfig }
  // A pool keeps its password where a spread does not see it.
  return { ...options, password: options.password }
}

async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config)
  await client.connect()
  return client
}

const secret = randomBytes(120)
const hash = randomBytes(32)
const leaf = JSON.stringify({
  account: uuidv7(),
  action: 'visit.record',
  at: new Date().toISOString(),
  body: hash.toString('hex'),
  detail: { people: 1, way: 'home' },
  id: uuidv7(),
  subject: uuidv7(),
  unit: STATIONS[0],
})

const known = new Map<number, string[]>()

/** As many people a connection as a client of ours has, the same in every round. */
async function peopleOf(client: pg.Client, at: number): Promise<string[]> {
  const people = known.get(at) ?? Array.from({ length: PEOPLE_EACH }, () => uuidv7())
  if (!known.has(at)) for (const person of people) await client.query('insert into bare.seen values ($1, null)', [person])
  known.set(at, people)
  return people
}

async function commitAll(client: pg.Client, run: { at: number; visits: number; heads: number[] }): Promise<void> {
  const unit = STATIONS[run.at] ?? STATIONS[0]
  const bureau = unit.slice(0, 6)
  const account = uuidv7()
  const people = await peopleOf(client, run.at)
  for (let visit = 0; visit < run.visits; visit += 1) {
    const [id, person, now] = [uuidv7(), people[(run.heads[run.at] ?? 0) % people.length], new Date()]
    const isFirst = (run.heads[run.at] ?? 0) < people.length
    await client.query('begin')
    await client.query('update bare.seen set last_contact_on = current_date where person_id = $1', [person])
    await client.query(
      `insert into bare.visits (bureau_code, id, unit_code, made_by_unit, done_on, reason, way, deliveries, note, recorded_by, recorded_at)
       values ($1, $2, $3, $3, current_date, 'routine', 'home', '{policy}', $4, $5, $6)`,
      [bureau, id, unit, secret, account, now],
    )
    await client.query('insert into bare.visit_people values ($1, $2, $3, $4, current_date)', [bureau, id, person, unit])
    await planNext(client, { bureau, unit, person, account, now, isFirst })
    await client.query(`insert into bare.receipts values ($1, $2, $3, $4, 'visit.record', $5, false, $6, $7)`, [
      bureau,
      account,
      id,
      unit,
      hash,
      secret,
      now,
    ])
    await insertFacts(client, { bureau, unit, person, facts: isFirst ? 3 : 2 })
    run.heads[run.at] = (run.heads[run.at] ?? 0) + 1
    await client.query(
      `insert into bare.leaves (bureau_code, seq, unit_code, format, action_name, account_id, subject_id, recorded_at, canon, hash)
       values ($1, $2, $3, 1, 'visit.record', $4, $5, $6, $7, $8)`,
      [bureau, run.at * 1e9 + (run.heads[run.at] ?? 0), unit, account, person, now, leaf, hash],
    )
    await client.query('commit')
  }
}

interface Planned {
  readonly bureau: string
  readonly unit: string
  readonly person: string | undefined
  readonly account: string
  readonly now: Date
  readonly isFirst: boolean
}

/** The first visit of a day sets the next; later ones of the same day close nothing and set nothing. */
async function planNext(client: pg.Client, plan: Planned): Promise<void> {
  if (!plan.isFirst) return
  await client.query(
    `insert into bare.visit_plans (bureau_code, id, unit_code, person_id, reason, rule_code, due_on, planned_by, planned_at)
     values ($1, $2, $3, $4, 'routine', 'half-yearly', current_date + 180, $5, $6)`,
    [plan.bureau, uuidv7(), plan.unit, plan.person, plan.account, plan.now],
  )
}

async function insertFacts(
  client: pg.Client,
  { bureau, unit, person, facts }: { bureau: string; unit: string; person: string | undefined; facts: number },
): Promise<void> {
  const values = Array.from(
    { length: facts },
    (_, at) => `($1, $${at + 4}, 'visit.done', $2, current_date, 1, array[$3::uuid], '{"reason": "routine", "way": "home"}')`,
  )
  await client.query(
    `insert into bare.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions) values ${values.join(', ')}`,
    [bureau, unit, person, ...values.map(() => uuidv7())],
  )
}

async function countRows(pool: pg.Pool): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [ours, theirs] of [
    ['casework.visits', 'bare.visits'],
    ['casework.visit_people', 'bare.visit_people'],
    ['casework.visit_plans', 'bare.visit_plans'],
    ['spine.receipts', 'bare.receipts'],
    ['spine.facts', 'bare.facts'],
    ['spine.leaves', 'bare.leaves'],
  ] as const) {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${theirs}`)
    counts[ours] = rows[0]?.n ?? 0
  }
  return counts
}
