import { useToday } from '../../../../ui/api/use-today.ts'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Accreditation } from '../../contract.ts'
import { accreditationMessages } from './messages-accreditation.ts'

export const STATE_TONE: Readonly<Record<Accreditation['state'], Tone>> = {
  draft: 'plain',
  reviewing: 'amber',
  published: 'slate',
  awarded: 'green',
  refused: 'plain',
  withdrawn: 'plain',
  revoked: 'plain',
  superseded: 'plain',
}

/** How far a course has come. An award that has run out is held no more, whatever its last step was. */
export function CourseTag({ course: { state, expiresOn } }: { course: Pick<Accreditation, 'state' | 'expiresOn'> }) {
  const text = useText(accreditationMessages)
  const today = useToday()
  if (state === 'awarded' && expiresOn !== undefined && expiresOn <= today)
    return <Tag tone="amber">{text('accreditation.states.expired')}</Tag>
  return <Tag tone={STATE_TONE[state]}>{text(`accreditation.states.${state}`)}</Tag>
}
