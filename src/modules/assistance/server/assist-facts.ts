import type { ActionContext } from '../../../platform/actions/context.ts'
import { findAidMatter } from '../../casework/index.ts'
import type { DonationRow } from './funds/donation-rows.ts'
import { findFund } from './funds/fund-rows.ts'
import type { GrantRow } from './grants/grant-rows.ts'

/** Tells that a grant was paid, for the station of whom it helps; a reversal tells it with the other sign. */
export async function tellGrant(context: ActionContext, grant: GrantRow, sign: 1 | -1 = 1): Promise<void> {
  const fund = await findFund(context.tx, grant.fund_id)
  const aid = await findAidMatter(context, grant.matter_id)
  const unitCode = aid?.unitCode ?? grant.unit_code
  const dimensions = { fund: fund?.kind ?? 'care', way: grant.way, cause: grant.cause }
  const told = { on: context.today, unitCode, dimensions }
  context.fact({ kind: 'grant.paid', quantity: sign, personIds: aid?.personId ? [aid.personId] : [], ...told })
  context.fact({ kind: 'grant.fen', quantity: BigInt(grant.amount_fen) * BigInt(sign), ...told })
}

/** Tells a confirmed gift on the day on which it came: how many, and how much in fen, goods at their listed value; one that is taken back with the other sign. */
export async function tellGift(context: ActionContext, gift: DonationRow, sign: 1 | -1 = 1): Promise<void> {
  const fund = await findFund(context.tx, gift.fund_id)
  const dimensions = { fund: fund?.kind ?? 'care', form: gift.form, donor: gift.donor_kind }
  context.fact({ kind: 'gift.received', on: gift.received_on, quantity: sign, dimensions })
  context.fact({ kind: 'gift.fen', on: gift.received_on, quantity: BigInt(gift.amount_fen) * BigInt(sign), dimensions })
}
