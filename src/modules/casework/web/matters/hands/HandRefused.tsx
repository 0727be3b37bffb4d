import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { HandRefusal } from '../../../contract.ts'
import { deskMessages } from './messages-desk.ts'

/** Why a matter was not taken, given away or given back, and what to do. */
export function HandRefused({ refusal }: { refusal: HandRefusal }) {
  const text = useText(deskMessages)
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <p className="t">{text(`matters.desk.refusal.${refusal.code}`)}</p>
    </div>
  )
}
