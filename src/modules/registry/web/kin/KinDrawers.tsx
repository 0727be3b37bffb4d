import { useText } from '../../../../ui/text/use-text.ts'
import { addKin, changeKin, type PersonFile, removeKin } from '../../contract.ts'
import type { DrawerProps } from '../file/editing.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import type { TypedKinChange } from '../form/part-fields.ts'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { KinInputs } from './KinInputs.tsx'

type Member = PersonFile['kin'][number]

export function AddKinDrawer({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(addKin, { initial: { personId: file.id, kin: { relation: 'spouse', name: '' }, reason: '' }, onDone: onClose })
  return (
    <FormDrawer title={text('registry.capture.addKin')} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <KinInputs
        value={form.values.kin ?? {}}
        onChange={(kin) => form.set({ kin: { ...kin, relation: kin.relation ?? 'other', name: kin.name ?? '' } })}
        errorAt={(field) => form.errorAt(`kin.${field}`)}
      />
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}

export function ChangeKinDrawer({ file, member, onClose }: DrawerProps & { member: Member }) {
  const text = useText(registryMessages)
  const form = useFileForm(changeKin, {
    initial: {
      personId: file.id,
      kinId: member.id,
      changes: { relation: member.relation, isContact: member.isContact },
      reason: '',
    },
    onDone: onClose,
  })
  // An empty field keeps what is masked, so it is not sent.
  const typed = ({ name, phone, ...rest }: TypedKinChange) => ({
    ...rest,
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
  })
  return (
    <FormDrawer
      title={text('registry.kin.changeTitle')}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
      blocked={form.isTouched ? undefined : text('registry.form.nothing')}
    >
      <KinInputs
        value={form.values.changes ?? {}}
        masked={{ name: member.nameMasked, phone: member.phoneMasked }}
        onChange={(changes) => form.set({ changes: typed(changes) })}
        errorAt={(field) => form.errorAt(`changes.${field}`) ?? form.errorAt(`kin.${field}`)}
      />
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}

export function RemoveKinDrawer({ file, member, onClose }: DrawerProps & { member: Member }) {
  const text = useText(registryMessages)
  const form = useFileForm(removeKin, { initial: { personId: file.id, kinId: member.id, reason: '' }, onDone: onClose })
  return (
    <FormDrawer
      title={text('registry.kin.removeTitle', { name: member.nameMasked })}
      saveLabel={text('registry.kin.remove')}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
    >
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}
