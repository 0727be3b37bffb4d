import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { ClosingRefusal } from '../../contract.ts'
import { closingMessages } from './messages-closings.ts'

/** Why something was not done, and which places stand in its way. */
export function Refusal({ refusal }: { refusal: ClosingRefusal | undefined }) {
  const text = useText(closingMessages)
  if (!refusal) return null
  const places = 'places' in refusal ? refusal.places.map(({ name }) => name).join('、') : ''
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <p className="t">{text(`closings.refusal.${refusal.code}`, { places })}</p>
    </div>
  )
}
