import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'

/** Whom to call: a name, when somebody is there, and a number that a telephone dials when it is pressed. Nothing where no number is known. */
export function CallUnit({ label, door }: { label: string; door: { name: string; phone: string; openingHours: string } | null }) {
  const text = useText()
  if (!door || door.phone === '') return null
  return (
    <div className="call">
      <p>
        {label}
        <b>{door.name}</b>
        {door.openingHours !== '' && <span className="fine">{door.openingHours}</span>}
      </p>
      <a href={`tel:${door.phone}`}>
        <span>
          <Icon name="phone" size={20} /> {text('plain.call')}
        </span>
        <small>{door.phone}</small>
      </a>
    </div>
  )
}
