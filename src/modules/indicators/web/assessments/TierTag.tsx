import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { assessmentMessages } from './messages-assessments.ts'

const TONES: Record<1 | 2 | 3, Tone> = { 1: 'green', 2: 'slate', 3: 'amber' }

/** 第一、第二、第三梯次, or a dash for a place that is not ranked. */
export function TierTag({ tier }: { tier: 1 | 2 | 3 | null }) {
  const text = useText(assessmentMessages)
  if (tier === null) return <span className="faint">–</span>
  return <Tag tone={TONES[tier]}>{text(`assess.tier.${tier}`)}</Tag>
}
