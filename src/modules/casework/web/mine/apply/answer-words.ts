import { yuan } from '../../../../../ui/text/format.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Answers, Field } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { applyMessages } from './messages-apply.ts'

/** An answer as people say it. */
export function useAnswerWords() {
  const text = useText(applyMessages)
  const wordsOf = useWordsOf()
  return (field: Field, answer: Answers[string]): string => {
    const named = (code: string | number) => {
      const choice = field.choices?.find((one) => one.code === code)
      return choice ? wordsOf(choice.name) : String(code)
    }
    if (typeof answer === 'boolean') return text(answer ? 'mine.question.yes' : 'mine.question.no')
    if (Array.isArray(answer)) return answer.map(named).join('、')
    if (field.kind === 'money' && /^\d+$/.test(String(answer))) return `${yuan(BigInt(answer))} ${text('mine.question.yuan')}`
    return named(answer)
  }
}
