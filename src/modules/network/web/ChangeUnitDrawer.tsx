import { useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { formMessages } from './messages-forms.ts'
import { UnitInputs } from './UnitInputs.tsx'
import { useNetworkForm } from './use-network-form.ts'

interface UnitDrawerProps {
  unit: contract.ServiceUnit
  onClose: () => void
}

/** Changes what a unit tells about itself; only the fields that were touched are sent. */
export function ChangeUnitDrawer({ unit, onClose }: UnitDrawerProps) {
  const text = useText(formMessages)
  const form = useNetworkForm(contract.changeUnit, { unitCode: unit.unitCode, revision: unit.revision, changes: {} }, onClose)
  const changes = form.values.changes ?? {}
  return (
    <FormDrawer
      title={text('network.form.change')}
      form={form}
      saveLabel={text('network.form.save')}
      blocked={Object.keys(changes).length === 0 ? text('network.form.nothing') : undefined}
      onSave={() => form.submit()}
      onClose={onClose}
    >
      <UnitInputs
        values={{ ...unit, ...changes }}
        set={(change) => form.set({ changes: { ...changes, ...change } })}
        errorAt={(field) => form.errorAt(field as 'changes')}
      />
    </FormDrawer>
  )
}
