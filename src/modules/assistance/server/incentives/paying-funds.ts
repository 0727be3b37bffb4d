import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { type FundLeft, listFunds } from '../../../ledger/index.ts'

/** What a fund kept for these subsidies and nothing else is earmarked for, word by word. */
export const INCENTIVE_PURPOSE = '就业创业补贴'

interface Known {
  readonly id: string
  readonly purpose: string | null
}

/**
 * Why a fund does not pay subsidies: what was given to a fund of help is granted gift by gift and never drawn on as a whole,
 * and money that is earmarked goes to its own purpose only. Undefined: it may pay.
 */
export function whyNotPaying({ id, purpose }: Known, ofHelp: ReadonlySet<string>): 'of-help' | 'earmarked' | undefined {
  if (ofHelp.has(id)) return 'of-help'
  return purpose === null || purpose === INCENTIVE_PURPOSE ? undefined : 'earmarked'
}

/** Which of the accounts of a bureau are funds of help. */
export async function findFundsOfHelp(tx: Tx, bureau: BureauCode): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>('select id from assistance.funds where bureau_code = $1', [bureau])
  return new Set(rows.map(({ id }) => id))
}

/** The funds of a bureau that may pay subsidies. */
export async function listPayingFunds(tx: Tx, bureau: BureauCode): Promise<FundLeft[]> {
  const [funds, ofHelp] = [await listFunds(tx, { bureau }), await findFundsOfHelp(tx, bureau)]
  return funds.filter((fund) => whyNotPaying(fund, ofHelp) === undefined)
}
