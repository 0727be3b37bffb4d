import { formatFen } from '../../../kernel/fen.ts'
import { useText } from '../../../ui/text/use-text.ts'
import type { RateKey } from '../contract.ts'
import { benefitWords } from './messages-words.ts'

/** What things of benefits are called, and how money stands in a sentence. */
export function useBenefitWords() {
  const text = useText(benefitWords)
  const gradeWord = (grade: number) => text(`benefits.grade.${grade}` as 'benefits.grade.1')
  return {
    key: ({ classCode, grade, cause, period }: RateKey): string =>
      [
        text(`benefits.class.${classCode}`),
        grade === null ? '' : gradeWord(grade),
        cause === null ? '' : text(`benefits.cause.${cause}`),
        period === null ? '' : text(`benefits.period.${period}`),
      ]
        .filter((word) => word !== '')
        .join(' '),
    /** A class as it is held: its own word, with grade and cause. */
    held: ({ classCode, grade, cause }: { classCode: string; grade: number | null; cause: 'war' | 'duty' | 'illness' | null }): string =>
      [
        text(`benefits.class.${classCode}` as 'benefits.class.DIS'),
        grade === null ? '' : gradeWord(grade),
        cause === null ? '' : text(`benefits.cause.${cause}`),
      ]
        .filter((word) => word !== '')
        .join(' '),
    grade: gradeWord,
    cause: (cause: 'war' | 'duty' | 'illness') => text(`benefits.cause.${cause}`),
    unit: (unit: 'year' | 'month' | 'serviceYear' | 'serviceMonth') => text(`benefits.unit.${unit}`),
    /** `1234500` → `12,345.00 元`. */
    yuan: (fen: string) => text('benefits.yuan', { amount: formatFen(BigInt(fen)) }),
  }
}
