import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { RoundRefusal } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { refusalSentence } from '../rounds/RoundRefused.tsx'

/** Why something cannot be done in one's own round, and what to do. */
export function MyRefused({ refusal }: { refusal: RoundRefusal }) {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  return (
    <p className="wrong" role="alert">
      <Icon name="warning" size={24} />
      <span>{refusalSentence(refusal, text, open)}</span>
    </p>
  )
}
