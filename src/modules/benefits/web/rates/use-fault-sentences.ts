import { useText } from '../../../../ui/text/use-text.ts'
import type { TableFault } from '../../contract.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { rateMessages } from './messages-rates.ts'

/** A sentence for each rule that a table breaks; one that is broken in many grades is said once, with all of them. */
export function useFaultSentences(): (faults: readonly TableFault[]) => string[] {
  const sentence = useFaultSentence()
  const words = useBenefitWords()
  return (faults) =>
    [...new Set(faults.map(ruleOf))].flatMap((rule) => {
      const alike = faults.filter((fault) => ruleOf(fault) === rule)
      const grades = alike.flatMap((fault) => ('grade' in fault ? [words.grade(fault.grade)] : []))
      return grades.length === alike.length && alike[0] ? [sentence(alike[0], grades.join('、'))] : alike.map((fault) => sentence(fault))
    })
}

/** What is the same rule, whatever the grade. */
const ruleOf = (fault: TableFault): string =>
  fault.code === 'cause-order' ? `${fault.higher} ${fault.lower}` : fault.code === 'grade-order' ? `order ${fault.cause}` : fault.code

function useFaultSentence(): (fault: TableFault, grades?: string) => string {
  const text = useText(rateMessages)
  const words = useBenefitWords()
  return (fault, grades = '') => {
    switch (fault.code) {
      case 'cause-order':
        return text('rates.fault.cause-order', {
          grade: grades,
          higher: words.cause(fault.higher),
          lower: words.cause(fault.lower),
        })
      case 'grade-order':
        return text('rates.fault.grade-order', { grade: grades, cause: words.cause(fault.cause) })
      case 'illness-grade':
        return text('rates.fault.illness-grade', { grade: grades })
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
