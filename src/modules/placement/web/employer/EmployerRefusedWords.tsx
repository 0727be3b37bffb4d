import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Told } from './ask-door.ts'
import { employerMessages } from './messages-employer.ts'

/** Why not, and what to do. */
export function EmployerRefusedWords({ told }: { told: Exclude<Told, { kind: 'scene' }> }) {
  const text = useText(employerMessages)
  const day = useDay()
  const sentence = (): string => {
    if (told.kind === 'lost') return text('placement.employer.failed')
    const { refusal } = told
    switch (refusal.code) {
      case 'too-many-tries':
        return text('placement.employer.refusal.too-many-tries', { minutes: Math.ceil(refusal.waitSeconds / 60) })
      case 'lists-open':
        return text('placement.employer.refusal.lists-open', { day: day(refusal.until) })
      case 'window-over':
        return text('placement.employer.refusal.window-over', { day: day(refusal.on) })
      default:
        return text(`placement.employer.refusal.${refusal.code}`)
    }
  }
  return (
    <p className="wrong" role="alert">
      <Icon name="warning" size={24} />
      <span>{sentence()}</span>
    </p>
  )
}
