import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { ClosingRefusal } from '../../contract.ts'
import { closingMessages } from './messages-closings.ts'

/** Why something was not done, and which places stand in its way. */
export function Refusal({ refusal }: { refusal: ClosingRefusal | undefined }) {
  const text = useText(closingMessages)
  if (!refusal) return null
  const places = 'places' in refusal ? refusal.places.map(({ name }) => name).join('、') : ''
  return <Alarm title={text(`closings.refusal.${refusal.code}`, { places })} />
}
