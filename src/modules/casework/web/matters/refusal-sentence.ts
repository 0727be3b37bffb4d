import type { Text } from '../../../../ui/text/use-text.ts'
import type { OpenMatterRefusal, StepRefusal } from '../../contract.ts'
import type { MatterText } from './messages.ts'
import type { matterWordMessages } from './messages-words.ts'

export type MatterWordText = Text<(typeof matterWordMessages)['keys'][number]>

/** Why a matter was not begun or a step not taken, and what to do. `papers` names documents by their codes. */
export function refusalSentence(
  refusal: StepRefusal | OpenMatterRefusal,
  { text, words, papers }: { text: MatterText; words: MatterWordText; papers: (codes: readonly string[]) => string },
): string {
  switch (refusal.code) {
    case 'not-your-turn':
      return words('matters.refusal.not-your-turn', { seat: text(`matters.seat.${refusal.waitsFor}`) })
    case 'too-late':
      return words('matters.refusal.too-late', { day: refusal.dueOn, article: refusal.article })
    case 'authority-ended':
      return words('matters.refusal.authority-ended', { day: refusal.endedOn })
    case 'household-has-it':
      return words('matters.refusal.household-has-it', { holder: refusal.holder })
    case 'documents-missing':
      return words('matters.refusal.documents-missing', { papers: papers(refusal.documents) })
    default:
      return words(`matters.refusal.${refusal.code}`)
  }
}
