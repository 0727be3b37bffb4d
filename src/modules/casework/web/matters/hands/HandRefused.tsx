import { Alarm } from '../../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { HandRefusal } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'

/** Why a matter was not taken, given away or given back, and what to do. */
export function HandRefused({ refusal }: { refusal: HandRefusal }) {
  const text = useText(matterMessages)
  return <Alarm title={text(`matters.desk.refusal.${refusal.code}`)} />
}
