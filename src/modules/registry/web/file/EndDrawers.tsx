import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { archivePerson, recordDeath } from '../../contract.ts'
import { CodeSelect } from '../form/CodeSelect.tsx'
import { DayInput } from '../form/DayInput.tsx'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { TextField } from '../form/TextField.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { conflictIn } from './conflict-in.tsx'
import type { DrawerProps } from './editing.ts'

const grounds = archivePerson.input.shape.ground.options

/** A death with its document; ends nothing by itself. */
export function DeathDrawer({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(recordDeath, { initial: { personId: file.id, deceasedOn: '', document: '', reason: '' }, onDone: onClose })
  return (
    <FormDrawer
      title={text('registry.death.title')}
      saveLabel={text('registry.death.title')}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
    >
      <p className="note">{text('registry.death.words')}</p>
      <FormField label={text('registry.death.on')} error={form.errorAt('deceasedOn')}>
        {(field) => (
          <DayInput {...field} value={form.values.deceasedOn} onChange={(deceasedOn) => form.set({ deceasedOn: deceasedOn ?? '' })} />
        )}
      </FormField>
      <TextField
        label={text('registry.death.document')}
        hint={text('registry.death.documentHint')}
        value={form.values.document}
        error={form.errorAt('document')}
        maxLength={200}
        onChange={(document) => form.set({ document })}
      />
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}

export function ArchiveDrawer({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(archivePerson, {
    initial: { personId: file.id, version: file.version, ground: file.deceasedOn === null ? 'notEntitled' : 'deceased', reason: '' },
    onDone: onClose,
  })
  const conflict = conflictIn(form, { file, onTheirs: onClose })
  return (
    <FormDrawer
      title={text('registry.archive.title')}
      saveLabel={text('registry.archive.title')}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
      refusalNote={conflict}
    >
      <p className="note">{text('registry.archive.words')}</p>
      <FormField label={text('registry.archive.ground')} error={form.errorAt('ground')}>
        {(field) => (
          <CodeSelect
            {...field}
            list="ground"
            codes={grounds}
            value={form.values.ground}
            required
            onChange={(ground) => ground && form.set({ ground })}
          />
        )}
      </FormField>
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}
