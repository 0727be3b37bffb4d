import { type FormEvent, useState } from 'react'
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router'
import { PlainDate } from '../../../../../kernel/plain-date.ts'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { usePlainToday } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Field } from '../../../contract.ts'
import { checkAnswers, type FieldIssue } from '../../../domain/matters/answers.ts'
import { answersOf, type Draft } from '../../matters/answers/answer-draft.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { questionsOf, withAnswer } from './draft.ts'
import { applyMessages } from './messages-apply.ts'
import { QuestionControl } from './QuestionControl.tsx'
import { type Applying, WithKind } from './WithKind.tsx'

/** One question of a kind of matter, on a page of its own with an address of its own. */
export function QuestionPage() {
  const { field = '' } = useParams()
  return <WithKind>{(applying) => <Question key={field} {...applying} code={field} />}</WithKind>
}

function Question({ one, draft, change, code }: Applying & { code: string }) {
  const text = useText(applyMessages)
  const { value, issue, next, previous, set, submit } = useQuestion({ one, draft, change, code })
  const wordsOf = useWordsOf()
  const questions = questionsOf(one, draft)
  const at = questions.findIndex((field) => field.code === code)
  const field = questions[at]
  if (!field || one.isOutside || one.openId !== null) return <Navigate to={`/me/kinds/${one.kind.code}`} replace />
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return (
    <form className="narrow" noValidate onSubmit={submit}>
      <p className="progress">
        <span>{text('mine.question.progress', { at: at + 1, count: questions.length })}</span>
        <progress value={at + 1} max={questions.length} aria-hidden="true" />
      </p>
      <PageHeading title={wordsOf(field.name)} place={code}>
        {wordsOf(field.name)} {!field.required && <small>{text('mine.question.optional')}</small>}
      </PageHeading>
      <QuestionControl field={field} value={value} onChange={set} issue={issue} />
      <button type="submit" className="solid">
        {text(next === undefined ? 'mine.question.toReview' : isEmpty && !field.required ? 'mine.question.skip' : 'mine.question.next')}
      </button>
      {previous !== undefined && (
        <Link className="ghost" to={previous}>
          {text('mine.question.previous')}
        </Link>
      )}
      <p className="fine">{text('mine.question.kept')}</p>
    </form>
  )
}

/** What is wrong with one answer, by the same rules as the server. */
function issueIn(field: Field, answers: Draft, today: string): FieldIssue | undefined {
  const { when: _, ...alone } = field
  const given = answersOf([alone], { [field.code]: answers[field.code] ?? '' })
  // The message and the declaration say the same; only the compiler tells an absent part from an undefined one.
  return checkAnswers([alone as Parameters<typeof checkAnswers>[0][number]], given, { today: PlainDate.parse(today) })[0]
}

function useQuestion({ one, draft, change, code }: Omit<Applying, 'clear'> & { code: string }) {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const today = usePlainToday()
  const [issue, setIssue] = useState<FieldIssue>()
  const base = `/me/kinds/${one.kind.code}`
  const questions = questionsOf(one, draft)
  const at = questions.findIndex((field) => field.code === code)
  const field = questions[at]
  // Whoever came from the last look goes back to it.
  const next = search.has('review') ? undefined : questions[at + 1]
  const before = questions[at - 1]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = field && issueIn(field, draft.answers, today)
    setIssue(found)
    if (!found) void navigate(next ? `${base}/q/${next.code}` : `${base}/review`)
  }
  return {
    value: draft.answers[code],
    issue,
    next,
    previous: search.has('review') || !before ? undefined : `${base}/q/${before.code}`,
    set: (value: Draft[string]) => {
      setIssue(undefined)
      change(withAnswer(draft, { [code]: value }, Date.now()))
    },
    submit,
  }
}
