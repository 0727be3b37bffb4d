import { useText } from '../../../../ui/text/use-text.ts'
import { type DuplicateRow, dismissDuplicate } from '../../contract.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'

/** Says that two files are of two people after all. */
export function DismissDrawer({ row, onClose }: { row: DuplicateRow; onClose: () => void }) {
  const text = useText(registryMessages)
  const form = useFileForm(dismissDuplicate, { initial: { suspicionId: row.id, reason: '' }, onDone: onClose })
  const title = text('registry.duplicate.dismiss')
  const names = { one: row.person.nameMasked, other: row.other.nameMasked }
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <p className="note">{text('registry.duplicate.dismissWords', names)}</p>
      <ReasonFields form={form} hasSource={false} label={text('registry.transfer.reason')} />
    </FormDrawer>
  )
}
