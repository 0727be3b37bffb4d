import { formatFen } from '../../../../kernel/fen.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { ClaimState } from '../../contract.ts'
import { incentiveMessages } from './messages-incentives.ts'

type Plain =
  | 'not-an-office'
  | 'days-backwards'
  | 'own-entry'
  | 'already-confirmed'
  | 'no-rate'
  | 'rent-missing'
  | 'in-the-future'
  | 'own-claim'
  | 'nothing-approved'
  | 'no-such-fund'
  | 'fund-short'
  | 'payments-stopped'
  | 'not-sent'
  | 'not-paid'
  | 'not-owed'

export type IncentiveRefusal =
  | { code: Plain }
  | { code: 'period-closed'; throughOn: string }
  | { code: 'too-much'; mostFen: string }
  | { code: 'claimed-before' | 'already-moved'; state: ClaimState }
  | { code: 'stayed'; untilOn: string }
  | { code: 'earmarked'; purpose: string }

/** Why something of incentives was not done, in a sentence. */
export function useIncentiveRefusal(): (refusal: IncentiveRefusal | undefined) => string | undefined {
  const text = useText(incentiveMessages)
  return (refusal) => {
    if (!refusal) return undefined
    switch (refusal.code) {
      case 'too-much':
        return text('incentive.refusal.too-much', { most: formatFen(BigInt(refusal.mostFen)) })
      case 'claimed-before':
      case 'already-moved':
        return text(`incentive.refusal.${refusal.code}`, { state: text(`incentive.stateOf.${refusal.state}`) })
      case 'stayed':
        return text('incentive.refusal.stayed', { until: refusal.untilOn })
      case 'earmarked':
        return text('incentive.refusal.earmarked', { purpose: refusal.purpose })
      default:
        return text(`incentive.refusal.${refusal.code}`)
    }
  }
}
