import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { viewKey } from '../../../../../ui/api/use-view.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { getMyMatter, type MyMatter, stepMine } from '../../../contract.ts'
import { answersOf, askedOf, type Draft } from '../../matters/answers/answer-draft.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { QuestionControl } from '../apply/QuestionControl.tsx'
import { useMineRefusal } from '../mine-refusal.ts'
import { matterPageMessages } from './messages-matter.ts'
import { WithMatter } from './WithMatter.tsx'

type Step = MyMatter['can']['steps'][number]

/** One step of the applicant: what it asks for, and a button that says what it does. */
export function MyStepPage() {
  const { step = '' } = useParams()
  return <WithMatter>{(matter) => <StepOf matter={matter} code={step} />}</WithMatter>
}

function StepOf({ matter, code }: { matter: MyMatter; code: string }) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  // Taken from when the page was opened: after it is done the step is no longer offered, and the page is about to go.
  const [step] = useState(() => matter.can.steps.find((one) => one.code === code))
  if (step) return <StepForm matter={matter} step={step} />
  return (
    <>
      <PageHeading title={text('mine.step.gone')} />
      <EmptyState title={wordsOf(matter.stateName)} action={<Link to={`/me/matters/${matter.id}`}>{wordsOf(matter.typeName)}</Link>} />
    </>
  )
}

function StepForm({ matter, step }: { matter: MyMatter; step: Step }) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  const navigate = useNavigate()
  const sentence = useMineRefusal()
  const [draft, setDraft] = useState<Draft>({})
  const [reason, setReason] = useState('')
  const page = `/me/matters/${matter.id}`
  // The matter as it was read: what an office did meanwhile is shown before the step is taken after all.
  const [seen, setSeen] = useState(matter.steps)
  const client = useQueryClient()
  const form = useAction(stepMine, { onDone: () => void navigate(page, { replace: true }) })
  const issues = form.refusal?.code === 'answers-wrong' ? form.refusal.issues : []
  const send = async () => {
    const said = reason.trim() === '' ? {} : { reason: reason.trim() }
    const answer = await form.send({ matterId: matter.id, step: step.code, steps: seen, answers: answersOf(step.fields, draft), ...said })
    if (answer?.ok !== false) return
    await client.invalidateQueries({ queryKey: viewKey(getMyMatter.name) })
    if (answer.refusal.code === 'moved-on') setSeen(answer.refusal.steps)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="narrow" noValidate onSubmit={submit}>
      <PageHeading title={wordsOf(step.name)} />
      <p className="lead">{text('mine.step.words')}</p>
      {askedOf(step.fields, draft).map((field) => (
        <section key={field.code} className="sheet">
          <h2>{wordsOf(field.name)}</h2>
          <QuestionControl
            field={field}
            value={draft[field.code]}
            onChange={(value) => setDraft({ ...draft, [field.code]: value })}
            issue={issues.find((issue) => issue.field === field.code)}
          />
        </section>
      ))}
      <FormField label={text('mine.step.reason')} {...(step.needsReason ? {} : { hint: text('mine.step.optional') })}>
        {(field) => (
          <textarea
            {...field}
            className="plain-input"
            rows={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FormField>
      {form.problem && <ErrorState problem={form.problem} onRetry={() => void send()} slim />}
      {form.refusal && (
        <p className="wrong" role="alert">
          <Icon name="warning" size={24} />
          <span>{sentence(form.refusal)}</span>
        </p>
      )}
      <button type="submit" className="solid" aria-busy={form.sending} disabled={form.sending}>
        {form.sending ? text('mine.step.saving') : text('mine.step.save', { step: wordsOf(step.name) })}
      </button>
      <Link className="ghost" to={page}>
        {text('mine.step.back')}
      </Link>
    </form>
  )
}
