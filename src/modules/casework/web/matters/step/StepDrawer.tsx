import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { viewKey } from '../../../../../ui/api/use-view.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../../ui/layout/ActionDrawer.tsx'
import { markReplaced, useAmended } from '../../../../../ui/outbox/amended.ts'
import { Alarm } from '../../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { getMatter, type Matter, takeStep } from '../../../contract.ts'
import { AnswerFields } from '../answers/AnswerFields.tsx'
import { answersOf, type Draft } from '../answers/answer-draft.ts'
import { writtenDraft } from '../answers/written-draft.ts'
import { matterMessages } from '../messages.ts'
import { matterWordMessages } from '../messages-words.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import { useWordsOf } from '../words-of.ts'
import { MovedOn } from './MovedOn.tsx'

type Step = Matter['can']['steps'][number]

/** A step that somebody is about to take, and after how many steps of the matter they began to. */
export interface Taking {
  readonly step: Step
  readonly steps: number
}

interface StepDrawerProps {
  matter: Matter
  taking: Taking
  /** Begins anew from the matter as it stands, or lays it aside. */
  onTake: (taking: Taking | undefined) => void
}

/**
 * Takes one step: what it needs, what the applicant is told, and why it was refused. It stays what it was when it was opened:
 * when somebody else moves the matter meanwhile nothing that was typed is lost, and nothing is taken unseen.
 */
export function StepDrawer({ matter, taking, onTake }: StepDrawerProps) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const client = useQueryClient()
  const { step } = taking
  const amended = useAmended()
  const written = amended?.body['step'] === step.code && amended.body['matterId'] === matter.id ? amended : undefined
  const [draft, setDraft] = useState<Draft>(() => writtenDraft(step.fields, written?.body['answers']))
  const [reason, setReason] = useState(() => String(written?.body['reason'] ?? ''))
  const close = () => onTake(undefined)
  const subjects = [...(matter.person ? [matter.person.id] : []), matter.id]
  const label = `${matter.person?.nameMasked ?? ''} ${wordsOf(matter.typeName)}·${wordsOf(step.name)}`.trim()
  const form = useAction(takeStep, {
    onDone: ({ steps }) => {
      if (written) void markReplaced(written.replaces, `${matter.id} ${steps}`)
      close()
    },
    onKept: close,
    offline: () => ({ subjects, label, replaces: written?.replaces }),
  })
  const refusal = form.refusal
  const hasMoved = !form.sending && form.value === undefined && matter.steps !== taking.steps
  const save = async () => {
    const said = reason.trim() === '' ? {} : { reason: reason.trim() }
    const answer = await form.send({
      matterId: matter.id,
      step: step.code,
      steps: taking.steps,
      answers: answersOf(step.fields, draft),
      ...said,
    })
    if (answer?.ok === false) await client.invalidateQueries({ queryKey: viewKey(getMatter.name) })
  }
  const again = (now: Step) => {
    form.reset()
    onTake({ step: now, steps: matter.steps })
  }
  return (
    <ActionDrawer
      title={label}
      saveLabel={text('matters.matter.save', { step: wordsOf(step.name) })}
      action={form}
      isTouched={reason !== '' || Object.keys(draft).length > 0}
      promise={step.tells ? wordsOf(step.tells) : undefined}
      blocked={hasMoved ? text('matters.moved.blocked') : undefined}
      onSave={() => void save()}
      onClose={close}
    >
      {hasMoved && <MovedOn matter={matter} step={step} onAgain={again} />}
      {refusal && !hasMoved && <StepRefused matter={matter} refusal={refusal} />}
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
    </ActionDrawer>
  )
}

function StepRefused({ matter, refusal }: { matter: Matter; refusal: Parameters<typeof refusalSentence>[0] }) {
  const [text, words, wordsOf] = [useText(matterMessages), useText(matterWordMessages), useWordsOf()]
  const papers = (codes: readonly string[]) => codes.map((code) => nameOf(matter, code, wordsOf)).join('、')
  return <Alarm title={refusalSentence(refusal, { text, words, papers })} />
}

function nameOf(matter: Matter, code: string, wordsOf: ReturnType<typeof useWordsOf>): string {
  const document = matter.documents.find((one) => one.code === code)
  return document ? wordsOf(document.name) : code
}
