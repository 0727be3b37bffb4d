/** Whom to call: a name, a number that a telephone dials when it is pressed, and when somebody is there. Nothing where no number is known. */
export function CallUnit({ label, door }: { label: string; door: { name: string; phone: string; openingHours: string } | null }) {
  if (!door || door.phone === '') return null
  return (
    <p className="call">
      <span>
        {label} {door.name}
      </span>{' '}
      <a href={`tel:${door.phone}`}>{door.phone}</a>
      {door.openingHours !== '' && <span className="fine"> {door.openingHours}</span>}
    </p>
  )
}
