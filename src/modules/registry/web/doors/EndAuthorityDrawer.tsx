import { useText } from '../../../../ui/text/use-text.ts'
import { endAuthority } from '../../contract.ts'
import { FormDrawer } from '../FormDrawer.tsx'
import { registryMessages } from '../messages.ts'
import { ReasonFields } from '../ReasonFields.tsx'
import { useFileForm } from '../use-file-form.ts'

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
