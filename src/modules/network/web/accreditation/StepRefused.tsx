import type { ActionState } from '../../../../ui/api/use-action.ts'
import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type AccreditationRefusal, accreditationSentence } from './accreditation-sentence.ts'
import { accreditationMessages } from './messages-accreditation.ts'
import { useSchemeWords } from './scheme-words.ts'

/** Why a step was not taken; nothing where it was. */
export function StepRefused({ action, scheme }: { action: ActionState<unknown, AccreditationRefusal>; scheme: string }) {
  const text = useText(accreditationMessages)
  const words = useSchemeWords()
  if (action.problem) return <ErrorState problem={action.problem} slim />
  if (!action.refusal) return null
  return <Alarm title={accreditationSentence(action.refusal, text, { scheme, words })} />
}
