import { parseUscc } from '../../../../kernel/uscc.ts'
import { fenOf } from '../yuan-field.ts'

/** A claim as it is typed. */
export interface ClaimDraft {
  readonly personId: string
  readonly uscc: string
  readonly payeeName: string
  /** As it stands on a card or in a contract: in groups, too. */
  readonly account: string
  readonly bank: string
  readonly beganOn: string
  readonly rent: string
}

/** What is wanting or wrong, in the order of the form. */
const KEYS = ['personId', 'rate', 'payeeName', 'uscc', 'account', 'bank', 'beganOn', 'rent'] as const
type Wanting = (typeof KEYS)[number]

export interface ReadClaim {
  readonly wanting: readonly Wanting[]
  /** Typed to its end, and wrong: said beside the field, for nothing is missing there. */
  readonly wrong: { readonly uscc: boolean; readonly account: boolean }
  readonly uscc: string | undefined
  readonly account: string
  /** Null where the rate asks for no rent. */
  readonly paidFen: string | null | undefined
}

const USCC_LENGTH = 18

/** Reads a claim as it is typed: what can be sent, and what keeps it from that. */
export function readClaim(draft: ClaimDraft, { isRent, hasRate }: { isRent: boolean; hasRate: boolean }): ReadClaim {
  const uscc = parseUscc(draft.uscc)
  const account = draft.account.normalize('NFKC').replaceAll(/[\s-]/g, '')
  const paidFen = isRent ? fenOf(draft.rent) : null
  const isThere: Readonly<Record<Wanting, boolean>> = {
    personId: draft.personId !== '',
    rate: hasRate,
    payeeName: draft.payeeName.trim().length >= 2,
    uscc: uscc.ok,
    account: /^\d{8,30}$/.test(account),
    bank: draft.bank.trim().length >= 2,
    beganOn: draft.beganOn !== '',
    rent: paidFen !== undefined,
  }
  return {
    wanting: KEYS.filter((key) => !isThere[key]),
    wrong: { uscc: !uscc.ok && draft.uscc.trim().length >= USCC_LENGTH, account: account !== '' && !/^\d{1,30}$/.test(account) },
    uscc: uscc.ok ? uscc.value.value : undefined,
    account,
    paidFen,
  }
}
