import type pg from 'pg'

/** How far a claim is taken beyond what its own actions reach without a bank. */
export type ClaimStage = 'sent' | 'paid' | 'owedBack'

/** Takes an approved claim on: in a batch that nobody has paid, paid, or claimed back by somebody else. */
export async function advanceClaim(
  pool: pg.Pool,
  { claimId, fundId, stage }: { claimId: string; fundId: string; stage: ClaimStage },
): Promise<void> {
  await pool.query(
    `update assistance.claims set state = $2, fund_id = $3, batch_id = gen_random_uuid(),
            paid_on = case when $2 <> 'sent' then date '2026-02-01' end,
            left_on = case when $2 = 'owedBack' then date '2026-03-01' end,
            claimed_by = case when $2 = 'owedBack' then gen_random_uuid() end
      where id = $1`,
    [claimId, stage, fundId],
  )
}
