import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'
import { fieldMessages } from './messages.ts'
import './field.css'

/** Says that what was typed is on the disk of this device, and goes out by itself. */
export function KeptNote() {
  const text = useText(fieldMessages)
  return (
    <p className="field-kept" role="status">
      <Icon name="done" size={16} /> {text('field.kept')}
    </p>
  )
}
