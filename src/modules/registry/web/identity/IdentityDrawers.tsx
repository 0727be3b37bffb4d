import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { addIdentity, endIdentity, type PersonFile, setIdentityStatus } from '../../contract.ts'
import type { DrawerProps } from '../file/editing.ts'
import { DayInput } from '../form/DayInput.tsx'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import { useToday } from '../use-today.ts'
import { IdentityInputs } from './IdentityInputs.tsx'
import type { stepsFrom } from './identity-steps.ts'

type Held = PersonFile['identities'][number]

export function AddIdentityDrawer({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(addIdentity, {
    initial: { personId: file.id, identity: { classCode: '' }, reason: '', source: '' },
    onDone: onClose,
  })
  return (
    <FormDrawer title={text('registry.file.addIdentity')} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <IdentityInputs
        value={form.values.identity ?? { classCode: '' }}
        onChange={(identity) => form.set({ identity })}
        errorAt={(field) => form.errorAt(`identity.${field}`)}
      />
      <ReasonFields form={form} />
    </FormDrawer>
  )
}

type MoveProps = DrawerProps & { identity: Held; to: ReturnType<typeof stepsFrom>[number] }

export function MoveIdentityDrawer({ file, identity, to, onClose }: MoveProps) {
  const text = useText(registryMessages)
  const { nameOf } = useClasses()
  const form = useFileForm(setIdentityStatus, {
    initial: { personId: file.id, identityId: identity.id, status: to, reason: '', source: '' },
    onDone: onClose,
  })
  const step = text(`registry.identity.move.${to}`)
  return (
    <FormDrawer
      title={`${nameOf(identity.classCode)} · ${step}`}
      saveLabel={step}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
    >
      <ReasonFields form={form} />
    </FormDrawer>
  )
}

export function EndIdentityDrawer({ file, identity, onClose }: DrawerProps & { identity: Held }) {
  const text = useText(registryMessages)
  const { nameOf } = useClasses()
  const today = useToday()
  const form = useFileForm(endIdentity, {
    initial: { personId: file.id, identityId: identity.id, toOn: today, reason: '', source: '' },
    onDone: onClose,
  })
  return (
    <FormDrawer
      title={`${nameOf(identity.classCode)} · ${text('registry.identity.end')}`}
      saveLabel={text('registry.identity.end')}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
    >
      <FormField label={text('registry.identity.endOn')} error={form.errorAt('toOn')}>
        {(field) => <DayInput {...field} value={form.values.toOn} onChange={(toOn) => form.set({ toOn: toOn ?? '' })} />}
      </FormField>
      <ReasonFields form={form} />
    </FormDrawer>
  )
}
