import { useToday } from '../../../ui/api/use-today.ts'
import { useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { DayInput, PickInput } from './FormInputs.tsx'
import { LeavingFields } from './hand-over/LeavingFields.tsx'
import { useLeaving } from './hand-over/use-leaving.ts'
import { MergeInto } from './MergeInto.tsx'
import { networkMessages } from './messages.ts'
import { formMessages } from './messages-forms.ts'
import { useNetworkForm } from './use-network-form.ts'

type Status = contract.ServiceUnit['status']

interface MoveUnitProps {
  unit: contract.ServiceUnit
  /** What it may become, as the server said. */
  become: readonly Status[]
  /** Who can sign in here now: closing the unit does not close their accounts. */
  accounts: number
  onClose: () => void
}

/** Moves a unit along its life: opened, suspended, merged into another, closed. */
export function MoveUnitDrawer({ unit, become, accounts, onClose }: MoveUnitProps) {
  const text = useText(formMessages)
  const words = useText(networkMessages)
  const today = useToday()
  const form = useNetworkForm(contract.changeUnit, { unitCode: unit.unitCode, revision: unit.revision, changes: {} }, onClose)
  const { status, openedOn } = form.values.changes ?? {}
  const isOver = status === 'merged' || status === 'closed'
  const leaving = useLeaving({ unitCode: unit.unitCode, isOver, mergedInto: form.values.mergedIntoCode })
  const opens = status === 'open' && unit.openedOn === undefined
  const choose = (next: Status | undefined) =>
    form.set({
      changes: { status: next, ...(next === 'open' && unit.openedOn === undefined ? { openedOn: today } : {}) },
      closedOn: next === 'merged' || next === 'closed' ? today : undefined,
      mergedIntoCode: undefined,
    })
  return (
    <FormDrawer
      title={text('network.form.move')}
      words={text('network.form.moveWords')}
      form={form}
      saveLabel={text('network.form.move')}
      blocked={status === undefined ? text('network.form.nothing') : leaving.missing}
      onSave={() => form.submit(leaving.message)}
      onClose={onClose}
    >
      <PickInput
        label={text('network.form.become')}
        options={become.map((value) => ({ value, label: words(`network.status.${value}`) }))}
        value={status}
        none={text('network.form.choose')}
        onChange={choose}
      />
      {opens && (
        <DayInput
          label={text('network.form.openedOn')}
          max={today}
          value={openedOn}
          error={form.errorAt('changes')}
          onChange={(on) => form.set({ changes: { status, openedOn: on } })}
        />
      )}
      {status === 'merged' && (
        <MergeInto unit={unit} value={form.values.mergedIntoCode} onChange={(mergedIntoCode) => form.set({ mergedIntoCode })} />
      )}
      {leaving.seen && <LeavingFields seen={leaving.seen} leaving={leaving.leaving} heir={leaving.heir} onChange={leaving.set} />}
      {isOver && <p className="note">{text('network.form.postsEnd')}</p>}
      {isOver && accounts > 0 && (
        <p className="note" data-tone="amber">
          {text('network.form.accountsStay', { count: accounts })}
        </p>
      )}
      {isOver && (
        <DayInput
          label={text('network.form.closedOn')}
          max={today}
          value={form.values.closedOn}
          error={form.errorAt('closedOn')}
          onChange={(closedOn) => form.set({ closedOn })}
        />
      )}
    </FormDrawer>
  )
}
