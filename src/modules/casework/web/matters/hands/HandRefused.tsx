import { useText } from '../../../../../ui/text/use-text.ts'
import type { HandRefusal } from '../../../contract.ts'
import { Alarm } from '../Alarm.tsx'
import { deskMessages } from './messages-desk.ts'

/** Why a matter was not taken, given away or given back, and what to do. */
export function HandRefused({ refusal }: { refusal: HandRefusal }) {
  const text = useText(deskMessages)
  return <Alarm title={text(`matters.desk.refusal.${refusal.code}`)} />
}
