import { useText } from '../../../../ui/text/use-text.ts'
import { shutDoors } from '../../contract.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'

/** Unbinds every telephone from the file, with the reason. */
export function ShutDoorsDrawer({ personId, onClose }: { personId: string; onClose: () => void }) {
  const text = useText(registryMessages)
  const form = useFileForm(shutDoors, { initial: { personId, reason: '' }, onDone: onClose, invalidates: ['person.doors'] })
  return (
    <FormDrawer
      title={text('registry.doors.shut')}
      saveLabel={text('registry.doors.shut')}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
    >
      <p className="note">{text('registry.doors.shutWords')}</p>
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}
