import { useText } from '../../../../ui/text/use-text.ts'
import { undoMerge } from '../../contract.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'

export function UndoMergeDrawer({ mergeId, onClose }: { mergeId: string; onClose: () => void }) {
  const text = useText(registryMessages)
  const form = useFileForm(undoMerge, { initial: { mergeId, reason: '' }, onDone: onClose })
  const title = text('registry.merge.undo')
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <p className="note">{text('registry.merge.undoWords')}</p>
      <ReasonFields form={form} hasSource={false} />
    </FormDrawer>
  )
}
