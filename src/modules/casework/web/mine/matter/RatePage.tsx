import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type MyMatter, rateMine } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { applyMessages } from '../apply/messages-apply.ts'
import { useMineRefusal } from '../mine-refusal.ts'
import { matterPageMessages } from './messages-matter.ts'
import { WithMatter } from './WithMatter.tsx'

const STARS = [5, 4, 3, 2, 1] as const

/** How it was: one of five words, and a sentence if one likes. Asked of the person, once. */
export function RatePage() {
  return <WithMatter>{(matter) => <Rate matter={matter} />}</WithMatter>
}

function Rate({ matter }: { matter: MyMatter }) {
  const text = useText(matterPageMessages)
  const home = useText(applyMessages)
  const wordsOf = useWordsOf()
  const form = useAction(rateMine)
  const isDone = form.value !== undefined || matter.rating !== null
  return (
    <div className="narrow">
      <PageHeading title={text('mine.rate.title')} />
      <p className="lead">{wordsOf(matter.typeName)}</p>
      <div role="status">{isDone && <p className="paid">{text('mine.rate.done')}</p>}</div>
      {isDone ? (
        <Link className="ghost" to="/me">
          {home('mine.receipt.home')}
        </Link>
      ) : (
        <RateForm matter={matter} form={form} />
      )}
    </div>
  )
}

function RateForm({
  matter,
  form,
}: {
  matter: MyMatter
  form: ReturnType<typeof useAction<typeof rateMine.input, typeof rateMine.output, typeof rateMine.refusal>>
}) {
  const text = useText(matterPageMessages)
  const sentence = useMineRefusal()
  const [stars, setStars] = useState<number>()
  const [words, setWords] = useState('')
  const [isTried, setTried] = useState(false)
  const send = () => {
    if (stars !== undefined) void form.send({ matterId: matter.id, stars, ...(words.trim() === '' ? {} : { words: words.trim() }) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    send()
  }
  const wrong = isTried && stars === undefined ? text('mine.rate.pick') : form.refusal && sentence(form.refusal)
  return (
    <form noValidate onSubmit={submit}>
      <p className="fine">{text('mine.rate.words')}</p>
      <fieldset className="picks">
        <legend className="unseen">{text('mine.rate.title')}</legend>
        {STARS.map((one) => (
          <label key={one}>
            <input type="radio" name="stars" checked={stars === one} onChange={() => setStars(one)} />
            <span>
              {text(`mine.rate.${one}`)}{' '}
              <span className="stars" aria-hidden="true">
                {'★'.repeat(one)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <FormField label={text('mine.rate.more')} hint={text('mine.step.optional')}>
        {(field) => (
          <textarea
            {...field}
            className="plain-input"
            rows={3}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </FormField>
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      {wrong !== undefined && (
        <p className="wrong" role="alert">
          <Icon name="warning" size={24} />
          <span>{wrong}</span>
        </p>
      )}
      <button type="submit" className="solid" aria-busy={form.sending} disabled={form.sending}>
        {text(form.sending ? 'mine.rate.saving' : 'mine.rate.save')}
      </button>
    </form>
  )
}
