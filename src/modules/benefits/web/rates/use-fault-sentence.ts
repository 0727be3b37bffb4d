import { useText } from '../../../../ui/text/use-text.ts'
import type { TableFault } from '../../contract.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { rateMessages } from './messages-rates.ts'

/** One sentence for each rule that a table breaks. */
export function useFaultSentence(): (fault: TableFault) => string {
  const text = useText(rateMessages)
  const words = useBenefitWords()
  return (fault) => {
    switch (fault.code) {
      case 'cause-order':
        return text('rates.fault.cause-order', {
          grade: words.grade(fault.grade),
          higher: words.cause(fault.higher),
          lower: words.cause(fault.lower),
        })
      case 'grade-order':
        return text('rates.fault.grade-order', { grade: words.grade(fault.grade), cause: words.cause(fault.cause) })
      case 'illness-grade':
        return text('rates.fault.illness-grade', { grade: words.grade(fault.grade) })
      case 'wrong-unit':
        return text(`rates.fault.wrong-unit.${fault.guess}`)
      case 'not-first-of-month':
        return text('rates.fault.not-first-of-month', { from: fault.effectiveFrom })
      case 'overlap':
        return text('rates.fault.overlap', { version: fault.version, from: fault.from })
      case 'gap':
        return text('rates.fault.gap', { version: fault.version, endedOn: fault.endedOn })
      case 'below-floor':
        return text('rates.fault.below-floor', {
          key: words.key(fault.key),
          amount: words.yuan(fault.amountFen),
          floor: words.yuan(fault.floorFen),
        })
      default:
        return text(`rates.fault.${fault.code}`, { key: words.key(fault.key) })
    }
  }
}
