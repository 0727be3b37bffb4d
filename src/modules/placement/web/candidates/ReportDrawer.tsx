import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, reportCandidate } from '../../contract.ts'
import { WordsField } from '../WordsField.tsx'
import { candidateMessages } from './messages-candidate.ts'
import { StepForm } from './StepForm.tsx'
import { useStepForm } from './use-step-form.ts'

/** The day of the report-in; a cause where it is late. */
export function ReportDrawer({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const text = useText(candidateMessages)
  const [reportedOn, setReportedOn] = useState('')
  const [cause, setCause] = useState('')
  const { form, refused } = useStepForm(reportCandidate, onClose)
  const on = PlainDate.safeParse(reportedOn)
  const isLate = on.success && on.data > candidate.reportBy
  const save = () => {
    if (!on.success) return
    const said = cause.trim() === '' ? {} : { cause: cause.trim() }
    void form.send({ candidateId: candidate.id, steps: candidate.steps, reportedOn: on.data, ...said })
  }
  return (
    <StepForm
      title={text('candidate.report')}
      form={form}
      refused={refused}
      blocked={on.success ? undefined : text('candidate.required')}
      onSave={save}
      onClose={onClose}
    >
      <LineField
        label={text('candidate.reportedOn')}
        type="date"
        hint={text('candidate.reportBy', { day: candidate.reportBy })}
        value={reportedOn}
        onChange={setReportedOn}
      />
      {isLate && <WordsField label={text('candidate.cause')} value={cause} onChange={setCause} />}
    </StepForm>
  )
}
