import { Link, Navigate, useNavigate } from 'react-router'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type Field, openMine } from '../../../contract.ts'
import { answersOf, askedOf } from '../../matters/answers/answer-draft.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { useAnswerWords } from './answer-words.ts'
import { withChanged } from './draft.ts'
import { applyMessages } from './messages-apply.ts'
import { OpenRefused } from './OpenRefused.tsx'
import { type Applying, WithKind } from './WithKind.tsx'

/** The last look before it is sent. */
export function ReviewPage() {
  return <WithKind>{(applying) => <Review {...applying} />}</WithKind>
}

function Review(applying: Applying) {
  const { one, draft, clear } = applying
  const text = useText(applyMessages)
  const navigate = useNavigate()
  const form = useAction(openMine, {
    onDone: ({ id }) => {
      // The receipt first: once the draft is gone this page has nothing to show.
      void navigate(`/me/matters/${id}/receipt`, { replace: true })
      clear()
    },
  })
  if (!form.value && (draft.at === 0 || one.isOutside || (one.openId !== null && !form.sending)))
    return <Navigate to={`/me/kinds/${one.kind.code}`} replace />
  const fields = askedOf(one.kind.fields, draft.answers)
  const typed = fields.filter(({ code }) => !one.known.some(({ field }) => field === code) || draft.changed.includes(code))
  const send = () => void form.send({ typeCode: one.kind.code, answers: answersOf(typed, draft.answers) })
  return (
    <div className="narrow">
      <PageHeading title={text('mine.review.title')} />
      <p className="lead">{text('mine.review.words')}</p>
      <section className="sheet">
        <dl className="said">
          {fields.map((field) => (
            <ReviewLine key={field.code} field={field} applying={applying} />
          ))}
        </dl>
      </section>
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      {form.refusal && <OpenRefused refusal={form.refusal} kind={one.kind} />}
      <button type="button" className="solid" aria-busy={form.sending} disabled={form.sending} onClick={send}>
        {text(form.sending ? 'mine.review.saving' : 'mine.review.save')}
      </button>
    </div>
  )
}

function ReviewLine({ field, applying: { one, draft, change } }: { field: Field; applying: Applying }) {
  const text = useText(applyMessages)
  const wordsOf = useWordsOf()
  const inWords = useAnswerWords()
  const known = draft.changed.includes(field.code) ? undefined : one.known.find((known) => known.field === field.code)
  const answer = answersOf([{ ...field, when: undefined }], { [field.code]: draft.answers[field.code] ?? '' })[field.code]
  const name = wordsOf(field.name)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="grow">
          {known ? known.shown : answer === undefined ? text('mine.review.unanswered') : inWords(field, answer)}
          {known && <small> {text('mine.review.known')}</small>}
        </span>
        <Link
          to={`/me/kinds/${one.kind.code}/q/${field.code}?review`}
          aria-label={text('mine.review.changeOf', { name })}
          onClick={() => known && change(withChanged(draft, field.code, Date.now()))}
        >
          {text('mine.review.change')}
        </Link>
      </dd>
    </div>
  )
}
