import { useState } from 'react'
import { useToday } from '../../../ui/api/use-today.ts'
import { FormField } from '../../../ui/fields/FormField.tsx'
import { RegionPicker } from '../../../ui/fields/RegionPicker.tsx'
import type { RegionHit } from '../../../ui/fields/use-region-search.ts'
import { useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { DayInput, PickInput } from './FormInputs.tsx'
import { findOwnRegions } from './find-regions.ts'
import { networkMessages } from './messages.ts'
import { formMessages } from './messages-forms.ts'
import { UnitInputs } from './UnitInputs.tsx'
import { useNetworkForm } from './use-network-form.ts'
import { useNextUnitCode } from './use-next-unit-code.ts'

const STATUSES = ['open', 'built', 'planned'] as const

interface OpenUnitProps {
  /** The place the list is about, where it is one's own to build on. */
  at: RegionHit | undefined
  onDone: (unit: contract.ServiceUnit) => void
  onClose: () => void
}

/** Puts a unit on the tree: where, what kind, in which state, and what it tells about itself. */
export function OpenUnitDrawer({ at, onDone, onClose }: OpenUnitProps) {
  const text = useText(formMessages)
  const words = useText(networkMessages)
  const today = useToday()
  const [place, setPlace] = useState(at)
  const unitCode = useNextUnitCode(place?.code)
  const form = useNetworkForm(contract.openUnit, { kind: 'station', status: 'open', openedOn: today }, onDone)
  const { values, set, errorAt } = form
  const save = () => {
    // Another try after a lost answer asks for the same code: the unit may be open already, and another one would be next.
    const code = (form.problem && values.unitCode) || unitCode || ''
    set({ unitCode: code })
    return form.submit({ unitCode: code })
  }
  const build = (at: RegionHit | undefined) => {
    setPlace(at)
    set({ unitCode: '' })
  }
  const kinds = contract.UnitKind.options.map((value) => ({ value, label: words(`network.kind.${value}`) }))
  const statuses = STATUSES.map((value) => ({ value, label: words(`network.status.${value}`) }))
  return (
    <FormDrawer
      title={text('network.form.open')}
      words={text('network.form.openWords')}
      form={form}
      saveLabel={text('network.form.open')}
      onSave={save}
      onClose={onClose}
    >
      <FormField
        label={text('network.form.place')}
        hint={unitCode && `${text('network.form.code')} ${unitCode}`}
        error={errorAt('unitCode')}
      >
        {(field) => <RegionPicker {...field} label={text('network.form.place')} find={findOwnRegions} value={place} onChange={build} />}
      </FormField>
      <div className="field-pair">
        <PickInput label={text('network.form.kind')} options={kinds} value={values.kind} onChange={(kind) => kind && set({ kind })} />
        <PickInput
          label={text('network.form.status')}
          options={statuses}
          value={values.status}
          onChange={(status) => status && set({ status })}
        />
      </div>
      {values.status === 'open' && (
        <DayInput
          label={text('network.form.openedOn')}
          max={today}
          value={values.openedOn}
          error={errorAt('openedOn')}
          onChange={(openedOn) => set({ openedOn })}
        />
      )}
      <UnitInputs values={values} set={set} errorAt={errorAt} />
    </FormDrawer>
  )
}
