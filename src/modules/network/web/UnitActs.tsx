import { Button } from 'antd'
import { useText } from '../../../ui/text/use-text.ts'
import type { ServiceUnit } from '../contract.ts'
import { formMessages } from './messages-forms.ts'
import type { UnitStep } from './unit-step.ts'

interface UnitActsProps {
  can: { change: boolean; become: readonly ServiceUnit['status'][] }
  onStep: (step: UnitStep) => void
}

/** What the reader may do with the unit, as the server said. */
export function UnitActs({ can, onStep }: UnitActsProps) {
  const text = useText(formMessages)
  if (!can.change) return null
  return (
    <span className="row unit-acts">
      <Button onClick={() => onStep({ kind: 'change' })}>{text('network.form.change')}</Button>
      {can.become.length > 0 && <Button onClick={() => onStep({ kind: 'move' })}>{text('network.form.move')}</Button>}
    </span>
  )
}

export function AppointButton({ isOver, onStep }: { isOver: boolean; onStep: (step: UnitStep) => void }) {
  const text = useText(formMessages)
  return isOver ? (
    <span>{text('network.refusal.unit-is-over')}</span>
  ) : (
    <Button onClick={() => onStep({ kind: 'appoint' })}>{text('network.form.appoint')}</Button>
  )
}
