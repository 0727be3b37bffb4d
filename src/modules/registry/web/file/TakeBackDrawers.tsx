import { useText } from '../../../../ui/text/use-text.ts'
import { reopenPerson, undoDeath } from '../../contract.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import type { DrawerProps } from './editing.ts'

/** A death that was recorded on the wrong person, or with the wrong day. */
export function UndoDeathDrawer({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const initial = { personId: file.id, deceasedOn: file.deceasedOn ?? '', reason: '' }
  const form = useFileForm(undoDeath, { initial, onDone: onClose })
  const title = text('registry.undoDeath.title')
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <p className="note">{text('registry.undoDeath.words')}</p>
      <ReasonFields form={form} />
    </FormDrawer>
  )
}

/** A closed file whose person came back, or that was closed by mistake. */
export function ReopenDrawer({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(reopenPerson, { initial: { personId: file.id, reason: '' }, onDone: onClose })
  const title = text('registry.reopen.title')
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <p className="note">{text('registry.reopen.words')}</p>
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}
