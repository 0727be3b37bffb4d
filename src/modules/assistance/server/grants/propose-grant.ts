import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { type AidMatter, findAidMatter } from '../../../casework/index.ts'
import * as contract from '../../contract.ts'
import { testMeans } from '../../domain/test-means.ts'
import { findFund } from '../funds/fund-rows.ts'
import { type GrantRow, grantsOfMatter, sumOf } from './grant-rows.ts'

const MEANS = 'assistance.grants.means'

type Asked = ReturnType<typeof contract.proposeGrant.input.parse>
type Refusal = ReturnType<typeof contract.proposeGrant.refusal.parse>

/** Pensions left out, the household must lie below the line of its place; in an emergency it is looked at afterwards. */
function checkMeans({ way }: AidMatter, { means }: Asked): Result<void, Refusal> {
  if (means === null) return way === 'emergency' ? ok(undefined) : refuse({ code: 'means-missing' })
  const lineFen = BigInt(means.lineFen)
  const incomes = means.incomes.map(({ kind, amountFen }) => ({ kind, amountFen: BigInt(amountFen) }))
  const { perHeadFen, isBelow } = testMeans({ members: means.members, incomes, lineFen })
  return isBelow ? ok(undefined) : refuse({ code: 'income-above', perHeadFen: String(perHeadFen), lineFen: means.lineFen })
}

/** One matter, one approval: a second fund adds to it only with a reason, and all of them give no more than was decided. */
function checkNeed({ decidedFen }: AidMatter, asked: Asked, earlier: readonly GrantRow[]): Result<void, Refusal> {
  const [first] = earlier
  if (first && asked.topUpReason === null) return refuse({ code: 'need-met', fundName: first.fund_name, amountFen: String(sumOf(earlier)) })
  const left = decidedFen === null ? null : decidedFen - sumOf(earlier)
  if (left !== null && BigInt(asked.amountFen) > left) return refuse({ code: 'over-decided', leftFen: String(left < 0n ? 0n : left) })
  return ok(undefined)
}

async function insertGrant(context: ActionContext, asked: Asked, { aid, isTopUp }: { aid: AidMatter; isTopUp: boolean }): Promise<boolean> {
  const { tx, actor, now, today, actionId, secrets, unitCode } = context
  const { rowCount } = await tx.query(
    `insert into assistance.grants (bureau_code, id, unit_code, fund_id, matter_id, number, way, cause, amount_fen, means, top_up_reason, papers_due_on,
       proposed_on, proposed_at, proposed_by)
     select $1, $2, $3, $4, $5, 1 + coalesce((select max(g.number) from assistance.grants g where g.bureau_code = $1 and g.fund_id = $4), 0),
            $6, $7, $8, $9, $10, $11, $12, $13, $14
     on conflict (bureau_code, matter_id) where state not in ('refused', 'cancelled', 'takenBack') and top_up_reason is null do nothing`,
    [
      bureauOf(unitCode),
      actionId,
      unitCode,
      asked.fundId,
      asked.matterId,
      aid.way,
      aid.cause,
      asked.amountFen,
      asked.means && secrets.encrypt(MEANS, actionId, JSON.stringify(asked.means)),
      isTopUp ? asked.topUpReason : null,
      aid.papersDueOn,
      today,
      now,
      actor.accountId,
    ],
  )
  return rowCount === 1
}

export const proposeGrant = action(contract.proposeGrant, {
  grant: 'ledger.write',
  where: async ({ fundId }, { tx }) => (await findFund(tx, fundId))?.unitCode,
  refusals: {
    'matter-not-ready': 409,
    'other-bureau': 422,
    'means-missing': 422,
    'income-above': 422,
    'over-decided': 422,
    'need-met': 409,
  },
  async run(context, asked) {
    const { tx, unitCode, note, subject } = context
    // Funds of one bureau propose for a matter one after the other: none overlooks what another has just promised.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('assistance.grants ' || $1, 0))", [bureauOf(unitCode)])
    const aid = await findAidMatter(context, asked.matterId)
    if (aid?.way === undefined || (aid.way === 'decided' && aid.decidedFen === null)) return refuse({ code: 'matter-not-ready' })
    if (bureauOf(aid.unitCode) !== bureauOf(unitCode)) return refuse({ code: 'other-bureau' })
    const earlier = await grantsOfMatter(tx, unitCode, asked.matterId)
    const need = checkNeed(aid, asked, earlier)
    if (!need.ok) return need
    const means = checkMeans(aid, asked)
    if (!means.ok) return means
    if (!(await insertGrant(context, asked, { aid, isTopUp: earlier.length > 0 }))) throw new Error('the lock kept nobody out')
    note({ fund: asked.fundId, matter: asked.matterId, amountFen: asked.amountFen })
    if (aid.personId !== null) subject(aid.personId)
    return ok({ id: context.actionId })
  },
})
