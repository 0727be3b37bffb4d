import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveExport, declineExport, type Export } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { TextField } from '../form/TextField.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { FilterLine } from './FilterLine.tsx'

export interface Deciding {
  row: Export
  how: 'approve' | 'decline'
}

/** One request for a roster, approved or declined by a second person. */
export function DecideExportDrawer({ deciding: { row, how }, onClose }: { deciding: Deciding; onClose: () => void }) {
  return how === 'approve' ? <Approve row={row} onClose={onClose} /> : <Decline row={row} onClose={onClose} />
}

interface DecideProps {
  row: Export
  onClose: () => void
}

function Approve({ row, onClose }: DecideProps) {
  const text = useText(registryMessages)
  const form = useFileForm(approveExport, { initial: { exportId: row.id, answer: '' }, onDone: onClose })
  const title = text('registry.export.approve')
  // Once it has grown, what is agreed to by pressing again is what is said now.
  const people = form.refusal?.code === 'has-grown' ? form.refusal.people : row.people
  const columns = row.full.map((column) => codeWord(text, 'field', column)).join(text('registry.export.joint'))
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit({ people })} onClose={onClose}>
      <What row={row} />
      <p className="note">{text('registry.export.approveWords', { name: row.askedByName, count: count(people) })}</p>
      {row.full.length > 0 && (
        <p className="note" data-tone="amber">
          {text('registry.export.fullWords', { columns })}
        </p>
      )}
      <TextField
        label={text('registry.export.answer')}
        hint={text('registry.export.answerHint')}
        optional
        lines={2}
        maxLength={300}
        value={form.values.answer}
        error={form.errorAt('answer')}
        onChange={(answer) => form.set({ answer })}
      />
    </FormDrawer>
  )
}

function Decline({ row, onClose }: DecideProps) {
  const text = useText(registryMessages)
  const form = useFileForm(declineExport, { initial: { exportId: row.id, answer: '' }, onDone: onClose })
  const title = text('registry.export.decline')
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <What row={row} />
      <TextField
        label={text('registry.export.declineReason')}
        hint={text('registry.export.answerHint')}
        lines={2}
        maxLength={500}
        value={form.values.answer}
        error={form.errorAt('answer')}
        onChange={(answer) => form.set({ answer })}
      />
    </FormDrawer>
  )
}

/** What for, and who is in it. */
function What({ row }: { row: Export }) {
  return (
    <>
      <p className="export-line">
        <b>{row.purpose}</b>
      </p>
      <FilterLine filter={row.filter} />
    </>
  )
}
