import { useState } from 'react'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { FormField } from '../../../ui/fields/FormField.tsx'
import { RegionPicker } from '../../../ui/fields/RegionPicker.tsx'
import type { RegionHit } from '../../../ui/fields/use-region-search.ts'
import { useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { PickInput } from './FormInputs.tsx'
import { findOwnRegions } from './find-regions.ts'
import { formMessages } from './messages-forms.ts'

interface MergeIntoProps {
  unit: contract.ServiceUnit
  value: string | undefined
  onChange: (unitCode: string | undefined) => void
}

/** The unit that takes over: first the place, then one of its open units. */
export function MergeInto({ unit, value, onChange }: MergeIntoProps) {
  const text = useText(formMessages)
  const [place, setPlace] = useState<RegionHit>()
  const code = (place?.code ?? unit.unitCode.slice(0, 12)) as RegionCode
  const { data } = useView(contract.units, { place: code, statuses: ['open'], limit: 100 }, { enabled: place !== undefined })
  const options = (data?.rows ?? [])
    .filter(({ unitCode }) => unitCode.startsWith(code) && unitCode !== unit.unitCode)
    .map(({ unitCode, name }) => ({ value: unitCode as string, label: name }))
  return (
    <>
      <FormField
        label={text('network.form.intoPlace')}
        error={place && data && options.length === 0 ? text('network.form.intoNone') : undefined}
      >
        {(field) => (
          <RegionPicker
            {...field}
            label={text('network.form.intoPlace')}
            find={findOwnRegions}
            value={place}
            onChange={(next) => {
              setPlace(next)
              onChange(undefined)
            }}
          />
        )}
      </FormField>
      {options.length > 0 && (
        <PickInput
          label={text('network.form.into')}
          options={options}
          value={value}
          none={text('network.form.choose')}
          onChange={onChange}
        />
      )}
    </>
  )
}
