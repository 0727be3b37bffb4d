import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, checkFile, PAPERS, type Paper } from '../../contract.ts'
import { quantityOf } from '../points.ts'
import { usePlacementWords } from '../use-words.ts'
import { candidateMessages } from './messages-candidate.ts'
import { StepForm } from './StepForm.tsx'
import { useStepForm } from './use-step-form.ts'

/** When the file came, how many pages, what is missing. */
export function CheckFileDrawer({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const text = useText(candidateMessages)
  const { text: words } = usePlacementWords()
  const last = candidate.files[0]
  const [receivedOn, setReceivedOn] = useState<string>(last?.receivedOn ?? '')
  const [pages, setPages] = useState(last ? String(last.pages) : '')
  const [missing, setMissing] = useState<Paper[]>([])
  const { form, refused } = useStepForm(checkFile, onClose)
  const [on, count] = [PlainDate.safeParse(receivedOn), quantityOf(pages)]
  const save = () => {
    if (on.success && count !== undefined)
      void form.send({ candidateId: candidate.id, steps: candidate.steps, receivedOn: on.data, pages: count, missing })
  }
  const blocked = on.success && count !== undefined ? undefined : text('candidate.required')
  return (
    <StepForm title={text('candidate.checkFile')} form={form} refused={refused} blocked={blocked} onSave={save} onClose={onClose}>
      <LineField label={text('candidate.receivedOn')} type="date" value={receivedOn} onChange={setReceivedOn} />
      <LineField label={text('candidate.pages')} value={pages} onChange={setPages} isNumber max={4} />
      <fieldset className="plain-fieldset">
        <legend>{text('candidate.missing')}</legend>
        <Chips
          options={PAPERS.map((value) => ({ value, label: words(`placement.paper.${value}`) }))}
          chosen={missing}
          onChange={setMissing}
        />
      </fieldset>
    </StepForm>
  )
}
