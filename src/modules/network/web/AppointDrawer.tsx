import { useToday } from '../../../ui/api/use-today.ts'
import { Chips } from '../../../ui/fields/Chips.tsx'
import { FieldGroup } from '../../../ui/fields/FieldGroup.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { DayInput, PickInput, TextInput, Tick } from './FormInputs.tsx'
import { networkMessages } from './messages.ts'
import { formMessages } from './messages-forms.ts'
import { useCodeOptions } from './use-code-names.ts'
import { useNetworkForm } from './use-network-form.ts'

const KINDS = ['isVeteran', 'isPartyMember'] as const

/** Gives someone a post at a unit, with one duty or several. */
export function AppointDrawer({ unit, onClose }: { unit: contract.ServiceUnit; onClose: () => void }) {
  const text = useText(formMessages)
  const words = useText(networkMessages)
  const today = useToday()
  const duties = useCodeOptions('duty')
  const form = useNetworkForm(
    contract.appointStaff,
    { unitCode: unit.unitCode, postType: 'fullTime', isVeteran: false, isPartyMember: false, duties: [], fromOn: today },
    onClose,
  )
  const { values, set, errorAt } = form
  const types = contract.PostType.options.map((value) => ({ value, label: words(`network.postType.${value}`) }))
  return (
    <FormDrawer
      title={text('network.form.appoint')}
      words={text('network.form.appointWords')}
      form={form}
      saveLabel={text('network.form.appoint')}
      onSave={() => form.submit()}
      onClose={onClose}
    >
      <TextInput
        label={text('network.form.staffName')}
        longest={50}
        value={values.staffName}
        error={errorAt('staffName')}
        onChange={(staffName) => set({ staffName })}
      />
      {form.refusal?.code === 'period-overlaps' && (
        <Tick label={text('network.form.namesake')} value={values.isNamesake} onChange={(isNamesake) => set({ isNamesake })} />
      )}
      <PickInput
        label={text('network.form.postType')}
        options={types}
        value={values.postType}
        onChange={(postType) => postType && set({ postType })}
      />
      <FieldGroup label={text('network.form.duties')} error={errorAt('duties')}>
        <Chips options={duties} chosen={values.duties ?? []} onChange={(chosen) => set({ duties: chosen })} />
      </FieldGroup>
      <FieldGroup label={text('network.form.about')}>
        <Chips
          options={KINDS.map((value) => ({ value, label: text(`network.form.${value}`) }))}
          chosen={KINDS.filter((name) => values[name])}
          onChange={(chosen) => set(Object.fromEntries(KINDS.map((name) => [name, chosen.includes(name)])))}
        />
      </FieldGroup>
      <div className="field-pair">
        <DayInput
          label={text('network.form.from')}
          value={values.fromOn}
          error={errorAt('fromOn')}
          onChange={(fromOn) => set({ fromOn: fromOn ?? '' })}
        />
        <DayInput
          label={text('network.form.toOptional')}
          optional
          value={values.toOn}
          error={errorAt('toOn')}
          onChange={(toOn) => set({ toOn })}
        />
      </div>
    </FormDrawer>
  )
}
