import { useText } from '../../../../ui/text/use-text.ts'
import type { RUN_STATES } from '../../contract.ts'
import { monthMessages } from './messages-months.ts'

type Refusal =
  | { code: 'wrong-state'; state: (typeof RUN_STATES)[number] }
  | { code: 'month-open'; month: string }
  | { code: 'not-next'; next: string }
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
    return text(`months.refusal.${code}`)
  }
}
