import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { sealPayee } from '../../../ledger/index.ts'
import { findPersonUnits } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findClaimFor } from './claim-rows.ts'
import { isInForce, ratesAt } from './rate-rows.ts'

type Asked = ReturnType<typeof contract.draftClaim.input.parse>
type Refusal = ReturnType<typeof contract.draftClaim.refusal.parse>

interface Due {
  readonly rate: contract.Rate
  readonly amountFen: bigint
}

/** What a claim comes to: the rate of the day on which work or lease began; of rent no more than was paid. */
async function dueOf(context: ActionContext, { rateCode, beganOn, paidFen }: Asked): Promise<Result<Due, Refusal>> {
  if (beganOn > context.today) return refuse({ code: 'in-the-future' })
  const rate = (await ratesAt(context, context.unitCode)).find(({ code }) => code === rateCode)
  if (!rate || !isInForce(rate, beganOn)) return refuse({ code: 'no-rate' })
  const most = BigInt(rate.amountFen)
  if (rate.kind === 'hiring') return ok({ rate, amountFen: most })
  if (paidFen === null) return refuse({ code: 'rent-missing' })
  return ok({ rate, amountFen: BigInt(paidFen) < most ? BigInt(paidFen) : most })
}

export const draftClaim = action(contract.draftClaim, {
  grant: 'claim.write',
  where: async ({ personId }, { tx }) => (await findPersonUnits(tx, [personId])).get(personId),
  refusals: { 'no-rate': 422, 'rent-missing': 422, 'claimed-before': 409, 'in-the-future': 422 },
  async run(context, asked) {
    const { tx, actor, now, today, actionId, unitCode, secrets, note, subject } = context
    const due = await dueOf(context, asked)
    if (!due.ok) return due
    const { rate, amountFen } = due.value
    const { personId, rateCode, payeeUscc, payeeName, bankAccount, bank, beganOn } = asked
    const { rowCount } = await tx.query(
      `insert into assistance.claims (bureau_code, id, unit_code, kind, rate_code, rate_name, stay_months, person_id, payee_uscc, payee_name, bank_account,
         began_on, amount_fen, drafted_on, drafted_at, drafted_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (bureau_code, person_id, payee_uscc, rate_code) where state <> 'refused' do nothing`,
      [
        bureauOf(unitCode),
        actionId,
        unitCode,
        rate.kind,
        rateCode,
        rate.name,
        rate.stayMonths,
        personId,
        payeeUscc,
        payeeName,
        sealPayee(secrets, actionId, { account: bankAccount, holder: payeeName, bank }),
        beganOn,
        String(amountFen),
        today,
        now,
        actor.accountId,
      ],
    )
    if (rowCount !== 1) {
      const before = await findClaimFor(tx, { unitCode, personId, uscc: payeeUscc, rateCode })
      return refuse({ code: 'claimed-before', state: before?.state ?? 'drafted' })
    }
    note({ rate: rateCode, amountFen: String(amountFen) })
    subject(personId)
    return ok({ id: actionId, amountFen: String(amountFen) })
  },
})
