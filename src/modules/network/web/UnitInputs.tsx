import { Chips } from '../../../ui/fields/Chips.tsx'
import { FieldGroup } from '../../../ui/fields/FieldGroup.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { ServiceUnit } from '../contract.ts'
import { TextInput } from './FormInputs.tsx'
import { formMessages } from './messages-forms.ts'
import { useCodeOptions } from './use-code-names.ts'

type Detail = 'name' | 'address' | 'phone' | 'openingHours' | 'amenities' | 'sharesPafVenue' | 'isBranch'
type Details = { [Key in Detail]?: ServiceUnit[Key] | undefined }

const EXTRAS = ['isBranch', 'sharesPafVenue'] as const

interface UnitInputsProps {
  values: Details
  set: (change: Partial<Pick<ServiceUnit, Detail>>) => void
  errorAt: (field: keyof Details) => string | undefined
}

/** What a unit tells about itself: the same fields whether it is new or changed. */
export function UnitInputs({ values, set, errorAt }: UnitInputsProps) {
  const text = useText(formMessages)
  const amenities = useCodeOptions('amenity')
  return (
    <>
      <TextInput
        label={text('network.form.name')}
        longest={80}
        value={values.name}
        error={errorAt('name')}
        onChange={(name) => set({ name })}
      />
      <TextInput
        label={text('network.form.address')}
        longest={200}
        optional
        value={values.address}
        error={errorAt('address')}
        onChange={(address) => set({ address })}
      />
      <div className="field-pair">
        <TextInput
          label={text('network.form.phone')}
          longest={40}
          optional
          value={values.phone}
          error={errorAt('phone')}
          onChange={(phone) => set({ phone })}
        />
        <TextInput
          label={text('network.form.hours')}
          longest={200}
          optional
          value={values.openingHours}
          error={errorAt('openingHours')}
          onChange={(openingHours) => set({ openingHours })}
        />
      </div>
      <FieldGroup label={text('network.form.amenities')} error={errorAt('amenities')}>
        <Chips options={amenities} chosen={values.amenities ?? []} onChange={(chosen) => set({ amenities: chosen })} />
      </FieldGroup>
      <FieldGroup label={text('network.form.extra')}>
        <Chips
          options={EXTRAS.map((value) => ({ value, label: text(`network.form.${value}`) }))}
          chosen={EXTRAS.filter((name) => values[name])}
          onChange={(chosen) => set(Object.fromEntries(EXTRAS.map((name) => [name, chosen.includes(name)])))}
        />
      </FieldGroup>
    </>
  )
}
