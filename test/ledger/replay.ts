import type { Pool } from 'pg'

const PAGE = 20_000

/**
 * Replays the whole book into an empty database: accounts begin with nothing, then every posting in the order of the journal,
 * page by page; holds that are still held. Gives the accounts that do not come out byte for byte.
 */
export async function replay(from: Pool, into: Pool): Promise<{ postings: number; different: readonly string[] }> {
  const { rows: accounts } = await from.query<Record<string, unknown>>('select * from ledger.accounts order by parent_id nulls first, id')
  await put(into, 'ledger.books', (await from.query('select bureau_code, unit_code from ledger.books')).rows)
  await put(
    into,
    'ledger.accounts',
    accounts.map((row) => ({
      ...row,
      balance_fen: '0',
      held_fen: '0',
      floor_fen: row['floor_fen'] === null ? null : String(row['floor_fen']),
    })),
  )
  let postings = 0
  for (let after = 0; ; ) {
    const { rows } = await from.query<{ at: number; account_id: string; amount_fen: string }>(
      `select l.at::integer, e.account_id, e.amount_fen::text
         from (select row_number() over (order by bureau_code, seq) as at, bureau_code, subject_id from spine.leaves where action_name = 'ledger.post') l
         join ledger.entries e on e.bureau_code = l.bureau_code and e.posting_id = l.subject_id
        where l.at > $1 and l.at <= $2 order by l.at, e.seq`,
      [after, after + PAGE],
    )
    if (rows.length === 0) break
    postings += new Set(rows.map(({ at }) => at)).size
    after += PAGE
    await into.query(
      `update ledger.accounts a set balance_fen = a.balance_fen + m.fen
         from (select account_id, sum(amount_fen)::bigint as fen from unnest($1::uuid[], $2::bigint[]) as one(account_id, amount_fen) group by account_id) m
        where a.id = m.account_id`,
      [rows.map((row) => row.account_id), rows.map((row) => row.amount_fen)],
    )
  }
  const { rows: held } = await from.query<{ account_id: string; fen: string }>(
    `select account_id, sum(amount_fen)::text as fen from ledger.holds where state = 'held' group by account_id`,
  )
  await into.query(
    `update ledger.accounts a set held_fen = m.fen from unnest($1::uuid[], $2::bigint[]) as m(account_id, fen) where a.id = m.account_id`,
    [held.map((row) => row.account_id), held.map((row) => row.fen)],
  )
  return { postings, different: await compare(from, into) }
}

async function put(into: Pool, table: string, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 5_000)
    await into.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      JSON.stringify(rows.slice(at, at + 5_000), (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ])
}

async function compare(from: Pool, into: Pool): Promise<readonly string[]> {
  const ask = `select id::text || ' ' || balance_fen || ' ' || held_fen as line from ledger.accounts order by id`
  const [ours, theirs] = [await from.query<{ line: string }>(ask), await into.query<{ line: string }>(ask)]
  return ours.rows.flatMap(({ line }, at) => (theirs.rows[at]?.line === line ? [] : [`${line} / ${theirs.rows[at]?.line}`]))
}
