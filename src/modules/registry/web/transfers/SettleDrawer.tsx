import { useText } from '../../../../ui/text/use-text.ts'
import { decideTransfer, type TransferRow, withdrawTransfer } from '../../contract.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { TextField } from '../form/TextField.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'

export interface Settling {
  row: TransferRow
  how: 'accept' | 'decline' | 'withdraw'
}

/** One request, answered or taken back. */
export function SettleDrawer({ settling, onClose }: { settling: Settling; onClose: () => void }) {
  return settling.how === 'withdraw' ? (
    <Withdraw row={settling.row} onClose={onClose} />
  ) : (
    <Decide row={settling.row} accept={settling.how === 'accept'} onClose={onClose} />
  )
}

function Decide({ row, accept, onClose }: { row: TransferRow; accept: boolean; onClose: () => void }) {
  const text = useText(registryMessages)
  const form = useFileForm(decideTransfer, { initial: { transferId: row.id, accept, answer: '' }, onDone: onClose })
  const title = text(accept ? 'registry.transfer.accept' : 'registry.transfer.decline')
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit()} onClose={onClose}>
      {accept && <p className="note">{text('registry.transfer.acceptWords')}</p>}
      <TextField
        label={text('registry.transfer.answer')}
        hint={text('registry.transfer.answerHint')}
        optional
        lines={3}
        maxLength={500}
        value={form.values.answer}
        error={form.errorAt('answer')}
        onChange={(answer) => form.set({ answer })}
      />
    </FormDrawer>
  )
}

function Withdraw({ row, onClose }: { row: TransferRow; onClose: () => void }) {
  const text = useText(registryMessages)
  const form = useFileForm(withdrawTransfer, { initial: { transferId: row.id, reason: '' }, onDone: onClose })
  const title = text('registry.transfer.withdraw')
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <ReasonFields form={form} hasSource={false} label={text('registry.transfer.reason')} />
    </FormDrawer>
  )
}
