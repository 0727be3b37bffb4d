import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type AccreditationRefusal, accreditationSentence } from './accreditation-sentence.ts'
import { accreditationMessages } from './messages-accreditation.ts'
import { useSchemeWords } from './scheme-words.ts'

/** Why a step was not taken; nothing where it was. */
export function StepRefused({ refusal, scheme }: { refusal: AccreditationRefusal | undefined; scheme: string }) {
  const text = useText(accreditationMessages)
  const words = useSchemeWords()
  return refusal === undefined ? null : <Alarm title={accreditationSentence(refusal, text, { scheme, words })} />
}
