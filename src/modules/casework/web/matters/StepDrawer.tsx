import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Matter, takeStep } from '../../contract.ts'
import { AnswerFields } from './AnswerFields.tsx'
import { answersOf, type Draft } from './answer-draft.ts'
import { matterMessages } from './messages-pages.ts'
import { matterWordMessages } from './messages-words.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { useWordsOf } from './words-of.ts'

interface StepDrawerProps {
  matter: Matter
  step: Matter['can']['steps'][number]
  onClose: () => void
}

/** Takes one step: what it needs, what the applicant is told, and why it was refused. */
export function StepDrawer({ matter, step, onClose }: StepDrawerProps) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const [draft, setDraft] = useState<Draft>({})
  const [reason, setReason] = useState('')
  const form = useAction(takeStep, { onDone: onClose })
  const refusal = form.refusal
  const save = () => {
    const said = reason.trim() === '' ? {} : { reason: reason.trim() }
    void form.send({ matterId: matter.id, step: step.code, steps: matter.steps, answers: answersOf(step.fields, draft), ...said })
  }
  return (
    <QuickEntry
      open
      title={wordsOf(step.name)}
      saveLabel={text('matters.matter.save', { step: wordsOf(step.name) })}
      saving={form.sending}
      isTouched={reason !== '' || Object.keys(draft).length > 0}
      promise={step.tells ? wordsOf(step.tells) : undefined}
      onSave={save}
      onClose={onClose}
    >
      {form.problem && <ErrorState problem={form.problem} onRetry={save} slim />}
      {refusal && <StepRefused matter={matter} refusal={refusal} />}
      <AnswerFields
        fields={step.fields}
        draft={draft}
        onChange={setDraft}
        issues={refusal?.code === 'answers-wrong' ? refusal.issues : []}
      />
      <FormField label={text('matters.matter.reason')} hint={text('matters.matter.reasonHint')} optional={!step.needsReason}>
        {(field) => (
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FormField>
    </QuickEntry>
  )
}

function StepRefused({ matter, refusal }: { matter: Matter; refusal: Parameters<typeof refusalSentence>[0] }) {
  const [text, words, wordsOf] = [useText(matterMessages), useText(matterWordMessages), useWordsOf()]
  const papers = (codes: readonly string[]) => codes.map((code) => nameOf(matter, code, wordsOf)).join('、')
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <p className="t">{refusalSentence(refusal, { text, words, papers })}</p>
    </div>
  )
}

function nameOf(matter: Matter, code: string, wordsOf: ReturnType<typeof useWordsOf>): string {
  const document = matter.documents.find((one) => one.code === code)
  return document ? wordsOf(document.name) : code
}
