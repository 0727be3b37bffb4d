import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'

const SAID = 'casework.field_claims.said'
const SETTLEMENT = 'casework.field_claims.settlement'

export interface ClaimRow {
  readonly id: string
  readonly unit_code: UnitCode
  readonly person_id: string | null
  readonly action_name: string
  readonly code: string
  readonly said: Buffer
  readonly captured_at: string
  readonly made_at: string
  readonly by_name: string
  readonly settled_at: string | null
}

export const CLAIM_COLUMNS = 'id, unit_code, person_id, action_name, code, said, captured_at, made_at, by_name, settled_at'

/** What the device recorded, and what the server had of the same fields when it came. */
export interface Said {
  readonly body: Readonly<Record<string, unknown>>
  readonly before: Readonly<Record<string, unknown>>
}

export const readSaid = ({ secrets }: Pick<ViewContext, 'secrets'>, claim: Pick<ClaimRow, 'id' | 'said'>): Said =>
  JSON.parse(secrets.decrypt(SAID, claim.id, claim.said)) as Said

/** The fields about which there are two versions: those of a changed file. */
export const contestedFields = ({ body }: Said): Readonly<Record<string, unknown>> =>
  typeof body['changes'] === 'object' && body['changes'] !== null ? (body['changes'] as Record<string, unknown>) : {}

interface NewClaim {
  readonly itemId: string
  readonly action: string
  readonly code: string
  readonly personId: string | undefined
  readonly said: Said
  readonly capturedAt: string
}

/** Enters a claim once for each item of an account; gives the id of the one that stands. */
export async function insertClaim({ tx, actionId, unitCode, actor, now, secrets }: ActionContext, claim: NewClaim): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `with made as (
       insert into casework.field_claims
         (bureau_code, id, unit_code, person_id, item_id, action_name, code, said, captured_at, made_at, made_by, by_name)
       values (left($1, 6), $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict on constraint field_claims_once do nothing returning id)
     select id from made union all
     select id from casework.field_claims where bureau_code = left($1, 6) and made_by = $10 and item_id = $4 limit 1`,
    [
      unitCode,
      actionId,
      claim.personId ?? null,
      claim.itemId,
      claim.action,
      claim.code,
      secrets.encrypt(SAID, actionId, JSON.stringify(claim.said)),
      claim.capturedAt,
      now,
      actor.accountId,
      actor.name,
    ],
  )
  return rows[0]?.id ?? actionId
}

export async function lockClaim({ tx, unitCode }: ActionContext, claimId: string): Promise<ClaimRow | undefined> {
  const { rows } = await tx.query<ClaimRow>(
    `select ${CLAIM_COLUMNS} from casework.field_claims where bureau_code = left($1, 6) and id = $2 for update`,
    [unitCode, claimId],
  )
  return rows[0]
}

export async function endClaim(
  { tx, unitCode, now, actor, secrets }: ActionContext,
  claim: { id: string; settlement: Readonly<Record<string, unknown>> },
): Promise<void> {
  await tx.query(
    `update casework.field_claims set settled_at = $3, settled_by = $4, settlement = $5 where bureau_code = left($1, 6) and id = $2`,
    [unitCode, claim.id, now, actor.accountId, secrets.encrypt(SETTLEMENT, claim.id, JSON.stringify(claim.settlement))],
  )
}

export async function whereClaim({ claimId }: { claimId: string }, { tx }: ViewContext): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from casework.field_claims where id = $1', [claimId])
  return rows[0]?.unit_code
}
