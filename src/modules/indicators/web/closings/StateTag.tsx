import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Closing } from '../../contract.ts'
import { closingMessages } from './messages-closings.ts'

const TONES: Readonly<Record<Closing['state'], Tone>> = { confirmed: 'amber', returned: 'red', accepted: 'green', locked: 'slate' }

/** How far a month has come. */
export function StateTag({ closing }: { closing: Closing | undefined }) {
  const text = useText(closingMessages)
  return <Tag tone={closing ? TONES[closing.state] : 'plain'}>{text(`closings.state.${closing?.state ?? 'none'}`)}</Tag>
}
