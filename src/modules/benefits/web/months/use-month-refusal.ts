import { formatFen } from '../../../../kernel/fen.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { RUN_STATES } from '../../contract.ts'
import { monthMessages } from './messages-months.ts'

type Refusal =
  | { code: 'wrong-state'; state: (typeof RUN_STATES)[number] }
  | { code: 'month-open'; month: string }
  | { code: 'not-next'; next: string }
  | { code: 'earlier-not-sent'; month: string }
  | { code: 'fund-short'; shortFen: string }
  | { code: 'period-closed'; throughOn: string }
  | { code: 'already-sent' | 'nothing-to-pay' | 'no-such-fund' | 'payments-stopped' | 'same-hands' }
  | { code: 'not-an-office' | 'nobody-entitled' | 'too-early' | 'own-run' | 'nothing-waits' | 'nobody-new' }

/** The sentence of a refusal about months or entitlements. */
export function useMonthRefusal(): (refusal: Refusal | undefined) => string | undefined {
  const text = useText(monthMessages)
  return (refusal) => {
    if (!refusal) return undefined
    const { code } = refusal
    if (code === 'wrong-state') return text('months.refusal.wrong-state', { state: text(`months.state.${refusal.state}`) })
    if (code === 'month-open') return text('months.refusal.month-open', { month: refusal.month })
    if (code === 'not-next') return text('months.refusal.not-next', { next: refusal.next })
    if (code === 'earlier-not-sent') return text('months.refusal.earlier-not-sent', { month: refusal.month })
    if (code === 'fund-short') return text('months.refusal.fund-short', { yuan: formatFen(BigInt(refusal.shortFen)) })
    if (code === 'period-closed') return text('months.refusal.period-closed', { throughOn: refusal.throughOn })
    return text(`months.refusal.${code}`)
  }
}
