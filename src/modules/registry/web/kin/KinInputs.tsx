import { Checkbox } from 'antd'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { KinRelation } from '../../contract.ts'
import { CodeSelect } from '../form/CodeSelect.tsx'
import { DayInput } from '../form/DayInput.tsx'
import type { PartProps, TypedKinChange } from '../form/part-fields.ts'
import { TextField } from '../form/TextField.tsx'
import { registryMessages } from '../messages.ts'

interface KinInputsProps extends PartProps<TypedKinChange> {
  /** What stands on the file now, masked: shown where a change may be left out. */
  masked?: { name: string; phone: string | null }
}

/** One member of the household or kin. */
export function KinInputs({ value, onChange, errorAt, masked }: KinInputsProps) {
  const text = useText(registryMessages)
  const set = (change: TypedKinChange) => onChange({ ...value, ...change })
  const keep = (now: string | null | undefined) => (now ? { placeholder: text('registry.form.keepEmpty', { masked: now }) } : {})
  return (
    <div className="fields">
      <FormField label={text('registry.capture.relation')} error={errorAt('relation')}>
        {(field) => (
          <CodeSelect
            {...field}
            list="kin"
            codes={KinRelation.options}
            value={value.relation}
            required
            onChange={(relation) => relation && set({ relation })}
          />
        )}
      </FormField>
      <TextField
        label={text('registry.field.name')}
        value={value.name}
        error={errorAt('name')}
        maxLength={60}
        {...keep(masked?.name)}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={text('registry.field.phone')}
        optional
        numeric
        value={value.phone}
        error={errorAt('phone')}
        maxLength={40}
        {...keep(masked?.phone)}
        onChange={(phone) => set({ phone })}
      />
      <FormField label={text('registry.field.bornOn')} optional error={errorAt('bornOn')}>
        {(field) => <DayInput {...field} value={value.bornOn} onChange={(bornOn) => set({ bornOn })} />}
      </FormField>
      <div className="ticks">
        <Checkbox checked={value.isContact ?? false} onChange={({ target }) => set({ isContact: target.checked })}>
          {text('registry.capture.isContact')}
        </Checkbox>
      </div>
    </div>
  )
}
