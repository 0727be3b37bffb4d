import type { Tx } from '../../../../platform/database/tx.ts'
import type { LineQuery } from '../../../ledger/index.ts'

/** A run, and the one before it, whose unpaid balances it carries on. */
export interface OwedBy {
  readonly bureau: string
  readonly runId: string
  readonly earlierId: string | null
}

/**
 * What each person is owed by a month: its lines, and what the month before could not pay or had still to take back. Nobody
 * who is even is among them. `account` is any one of the person's entitlements: they are set together.
 */
const OWED = `
  select o.person_id, o.owed_fen, a.payee_label, a.account,
         case when o.owed_fen < 0 then 'owes' when a.account is null then 'no-account' end as why
    from (select person_id, sum(fen)::bigint as owed_fen
            from (select person_id, amount_fen as fen from benefits.lines where bureau_code = $1 and run_id = $2
                  union all select person_id, owed_fen from benefits.unpaid where bureau_code = $1 and run_id = $3) due group by person_id) o
    left join (select distinct on (person_id) person_id, payee_label, payee_account as account from benefits.entitlements
                where bureau_code = $1 and payee_account is not null order by person_id, class_code) a using (person_id)
   where o.owed_fen <> 0`

const valuesOf = ({ bureau, runId, earlierId }: OwedBy): unknown[] => [bureau, runId, earlierId]

export interface OwedSum {
  readonly why: 'no-account' | 'owes' | null
  readonly people: number
  readonly fen: bigint
}

/** What a month would pay now, and whom it would not: looked at before it is sent. */
export async function sumOwed(tx: Tx, by: OwedBy): Promise<OwedSum[]> {
  const { rows } = await tx.query<OwedSum>(
    `select why, count(*)::int as people, sum(owed_fen)::bigint as fen from (${OWED}) o group by why`,
    valuesOf(by),
  )
  return rows
}

/** Whom a month that was sent did not pay; what it paid is its batch. */
export async function sumUnpaid(tx: Tx, { bureau, runId }: Omit<OwedBy, 'earlierId'>): Promise<OwedSum[]> {
  const { rows } = await tx.query<OwedSum>(
    `select why, count(*)::int as people, sum(owed_fen)::bigint as fen from benefits.unpaid where bureau_code = $1 and run_id = $2 group by why`,
    [bureau, runId],
  )
  return rows
}

export interface NotPaid {
  readonly personId: string
  readonly why: 'no-account' | 'owes'
  readonly fen: bigint
}

/** The first people whom a month does not pay, as it was sent or would be sent now. */
export async function listNotPaid(tx: Tx, by: OwedBy, isSent: boolean): Promise<NotPaid[]> {
  const from = isSent ? 'select * from benefits.unpaid where bureau_code = $1 and run_id = $2 and ($3::uuid is null or true)' : OWED
  const { rows } = await tx.query<NotPaid>(
    `select person_id as "personId", why, owed_fen as fen from (${from}) o where why is not null order by why, person_id limit 200`,
    valuesOf(by),
  )
  return rows
}

/** Writes whom a month does not pay in which nobody is paid. */
export async function writeUnpaid(tx: Tx, by: OwedBy, unitCode: string): Promise<void> {
  await tx.query(
    `insert into benefits.unpaid (bureau_code, run_id, unit_code, person_id, owed_fen, why)
     select $1, $2, $4, person_id, owed_fen, why from (${OWED}) o where why is not null`,
    [...valuesOf(by), unitCode],
  )
}

/**
 * The id of what a run owes a person, as SQL over the two ids: always the same, so that the ledger itself refuses to pay it
 * twice. It is the person's id with a number of the run's own, of 48 bits, added to its last 48: two persons of a run are never one
 * line (of two runs by a chance of one in 2^48), and lines lie in the order of the people (registration), in which a million of them are
 * written at the end of each index instead of all over its last pages.
 */
export const lineIdOf = (person: string, run: string): string => `
  encode(substring(uuid_send(${person}) from 1 for 10)
    || substring(int8send(('x' || right(${person}::text, 12))::bit(48)::bigint + ('x' || left(md5(${run}::text), 12))::bit(48)::bigint) from 3), 'hex')::uuid`

/**
 * The lines of the batch, what the ledger asks of `openBatch`; whom the month does not pay is written in the same statement,
 * for what a million people are owed is worked out once. The accounts stay sealed as they are.
 */
export const linesToPay = (by: OwedBy, memo: string, unitCode: string): LineQuery => ({
  before: `
    owed as materialized (${OWED}),
    unpaid as (insert into benefits.unpaid (bureau_code, run_id, unit_code, person_id, owed_fen, why)
               select $1, $2, $5, person_id, owed_fen, why from owed where why is not null)`,
  select: `
    select ${lineIdOf('person_id', '$2::uuid')} as line_id, payee_label, account as bank_account, owed_fen as amount_fen, $4::text as memo,
           'benefits.entitlements.payee_account'::text as sealed_as, person_id as sealed_for
      from owed where why is null`,
  values: [...valuesOf(by), memo, unitCode],
  namesSeal: true,
})
