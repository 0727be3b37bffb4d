import { useText } from '../../../ui/text/use-text.ts'
import { useKindWords } from './kind-words.ts'
import { workMessages } from './messages.ts'
import { type Refusal, refusalSentence } from './refusal-sentence.ts'

/** Why it was not done, above the form. */
export function Refused({ refusal }: { refusal: Refusal | undefined }) {
  const text = useText(workMessages)
  const { language } = useKindWords()
  if (!refusal) return null
  return (
    <p className="field-error refused" role="alert">
      {refusalSentence(refusal, text, language)}
    </p>
  )
}
