import { Button } from 'antd'
import { useState } from 'react'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { CitizenIdField } from '../form/CitizenIdField.tsx'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { RegionField } from '../form/RegionField.tsx'
import { TextField } from '../form/TextField.tsx'
import { registryMessages } from '../messages.ts'
import { AskTransferDrawer } from '../transfers/AskTransferDrawer.tsx'
import { findAnywhere } from '../use-region.ts'
import type { DrawerProps } from './editing.ts'
import { NumberTakenNote } from './NumberTakenNote.tsx'
import { useChangePerson } from './use-change-person.ts'

/** Name, number, contacts and places. What is masked is not shown: an empty field keeps what stands there. */
export function BasicDrawer(props: DrawerProps) {
  const text = useText(registryMessages)
  const { form, changes, put, drop, conflict, blocked } = useChangePerson(props)
  const { file, onClose } = props
  const [isAsking, setAsking] = useState(false)
  const keep = (masked: string | null) => (masked === null ? text('registry.form.nowEmpty') : text('registry.form.keepEmpty', { masked }))
  const type = (field: 'name' | 'citizenId' | 'phone' | 'address' | 'bankCard') => (value: string) =>
    value === '' ? drop([field]) : put({ [field]: value })
  const line = (field: 'phone' | 'address' | 'bankCard', masked: string | null) => (
    <div className="clearable">
      <TextField
        label={text(`registry.field.${field}`)}
        value={changes[field]}
        placeholder={changes[field] === null ? text('registry.change.none') : keep(masked)}
        error={form.errorAt(`changes.${field}`)}
        maxLength={field === 'address' ? 200 : 40}
        onChange={type(field)}
      />
      {masked !== null && changes[field] === undefined && (
        <Button type="text" onClick={() => put({ [field]: null })}>
          {text('registry.form.clear')}
        </Button>
      )}
    </div>
  )
  if (isAsking) return <AskTransferDrawer unitCode={file.unitCode} citizenId={changes.citizenId ?? ''} onClose={onClose} />
  const { refusal } = form
  const isTaken = refusal?.code === 'already-registered' || refusal?.code === 'registered-elsewhere'
  return (
    <FormDrawer
      title={text('registry.file.changeLabel', { section: text('registry.file.basic') })}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
      blocked={blocked}
      refusalNote={isTaken ? <NumberTakenNote file={file} refusal={refusal} onAsk={() => setAsking(true)} /> : conflict}
    >
      <TextField
        label={text('registry.field.name')}
        value={changes.name}
        placeholder={keep(file.nameMasked)}
        error={form.errorAt('changes.name')}
        maxLength={60}
        onChange={type('name')}
      />
      <CitizenIdField
        value={changes.citizenId}
        placeholder={keep(file.citizenIdMasked)}
        error={form.errorAt('changes.citizenId')}
        onChange={type('citizenId')}
      />
      {line('phone', file.phoneMasked)}
      {line('address', file.addressMasked)}
      {line('bankCard', file.bankCardMasked)}
      <Places {...{ file, changes, put, errorAt: form.errorAt }} />
      <ReasonFields form={form} />
    </FormDrawer>
  )
}

type PlacesProps = Pick<ReturnType<typeof useChangePerson>, 'changes' | 'put'> & {
  file: DrawerProps['file']
  errorAt: (path: string) => string | undefined
}

function Places({ file, changes, put, errorAt }: PlacesProps) {
  const text = useText(registryMessages)
  const household = text('registry.field.householdRegion')
  const residence = text('registry.field.residenceRegion')
  return (
    <>
      <FormField label={household} error={errorAt('changes.householdRegion')}>
        {(field) => (
          <RegionField
            {...field}
            label={household}
            find={findAnywhere}
            value={changes.householdRegion ?? file.householdRegion}
            onChange={(householdRegion) => householdRegion && put({ householdRegion })}
          />
        )}
      </FormField>
      <FormField label={residence} optional error={errorAt('changes.residenceRegion')}>
        {(field) => (
          <RegionField
            {...field}
            label={residence}
            find={findAnywhere}
            value={changes.residenceRegion === undefined ? file.residenceRegion : changes.residenceRegion}
            onChange={(residenceRegion) => put({ residenceRegion: residenceRegion ?? null })}
          />
        )}
      </FormField>
    </>
  )
}
