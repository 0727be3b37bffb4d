import { Tag, type Tone } from '../../../ui/parts/Tag.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { BriefState } from '../contract.ts'
import { briefMessages } from './messages.ts'

const TONES: Readonly<Record<BriefState, Tone>> = { draft: 'plain', reviewed: 'amber', signed: 'green', archived: 'slate' }

/** How far a brief has come. */
export function StateTag({ state }: { state: BriefState }) {
  const text = useText(briefMessages)
  return <Tag tone={TONES[state]}>{text(`briefs.state.${state}`)}</Tag>
}
