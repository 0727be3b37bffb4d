import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import type { FieldProps } from '../../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listRoster } from '../../../contract.ts'
import { rosterMessages } from './messages-roster.ts'

/** A day on which a lawyer sits: the next duties of the roster to choose from, the soonest first. */
export function RosterDay({ given, value, onChange }: { given: FieldProps; value: string; onChange: (value: string) => void }) {
  const text = useText(rosterMessages)
  const { unitCode } = useAccount()
  const { data } = useView(listRoster, { place: unitCode })
  const slots = data?.slots ?? []
  return (
    <select {...given} className="plain-select" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{text(data && slots.length === 0 ? 'roster.pickNone' : 'roster.pick')}</option>
      {slots.map(({ id, onDay, from, until, lawyer, left }) => (
        <option key={id} value={onDay} disabled={left === 0}>
          {onDay} {from}–{until} {lawyer}
          {left !== null && text(left === 0 ? 'roster.full' : 'roster.left', { count: left })}
        </option>
      ))}
    </select>
  )
}
