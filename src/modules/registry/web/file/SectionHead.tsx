import { useText } from '../../../../ui/text/use-text.ts'
import { registryMessages } from '../messages.ts'

interface SectionHeadProps {
  title: string
  /** What the button does, for those who hear it away from its section. */
  label: string
  onAct: (() => void) | undefined
  words?: string
}

/** A section of the left column, with its one command at the right. */
export function SectionHead({ title, label, onAct, words }: SectionHeadProps) {
  const text = useText(registryMessages)
  return (
    <div className="sub row">
      <h3>{title}</h3>
      {onAct && (
        <button type="button" className="link push" aria-label={label} onClick={onAct}>
          {words ?? text('registry.file.change')}
        </button>
      )}
    </div>
  )
}
