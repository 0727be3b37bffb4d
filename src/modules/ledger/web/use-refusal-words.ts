import type { z } from 'zod'
import { formatFen } from '../../../kernel/fen.ts'
import { useText } from '../../../ui/text/use-text.ts'
import type * as contract from '../contract.ts'
import { ledgerMessages } from './messages.ts'

type Asked =
  | typeof contract.openFundAction
  | typeof contract.proposeMove
  | typeof contract.approveMove
  | typeof contract.declineMove
  | typeof contract.receiveAllocation
  | typeof contract.closePeriod
  | typeof contract.resumePayments
  | typeof contract.approveBatch
  | typeof contract.fileBatch
  | typeof contract.cancelFile
  | typeof contract.payBatch
  | typeof contract.takeReturn
  | typeof contract.reissueLines
export type MoneyRefusal = z.output<Asked['refusal']> | contract.ReturnRefusal

/** A refusal as one sentence: what, where, and what to do. */
export function useRefusalWords(): (refusal: MoneyRefusal | undefined) => string | undefined {
  const text = useText(ledgerMessages)
  return (refusal) => {
    if (!refusal) return undefined
    const { code } = refusal
    switch (code) {
      case 'fund-short':
        return text(`ledger.refusal.${code}`, { short: formatFen(BigInt(refusal.shortFen)) })
      case 'earmarked':
        return text(`ledger.refusal.${code}`, { purpose: refusal.purpose })
      case 'period-closed':
      case 'already-closed':
        return text(`ledger.refusal.${code}`, { on: refusal.throughOn })
      case 'still-broken':
        return text(`ledger.refusal.${code}`, { count: refusal.count })
      case 'return-unreadable':
      case 'line-differs':
        return text(`ledger.refusal.${code}`, { row: refusal.row, why: text(`ledger.why.${refusal.why}`) })
      default:
        return text(`ledger.refusal.${code}`)
    }
  }
}
