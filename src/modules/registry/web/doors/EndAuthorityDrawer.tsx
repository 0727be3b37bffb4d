import { useText } from '../../../../ui/text/use-text.ts'
import { endAuthority } from '../../contract.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'

/** Ends an authority at once, with the reason. */
export function EndAuthorityDrawer({ authorityId, onClose }: { authorityId: string; onClose: () => void }) {
  const text = useText(registryMessages)
  const form = useFileForm(endAuthority, { initial: { authorityId, reason: '' }, onDone: onClose, invalidates: ['person.doors'] })
  return (
    <FormDrawer
      title={text('registry.doors.endTitle')}
      saveLabel={text('registry.doors.end')}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
    >
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}
