import { Link, useNavigate, useSearchParams } from 'react-router'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { holds } from '../../../domain/matters/matter-type.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { emptyDraft, questionsOf, withAnswer } from './draft.ts'
import { KnownAnswers } from './KnownAnswers.tsx'
import { applyMessages } from './messages-apply.ts'
import { prefill, readAbout } from './prefill.ts'
import { type Applying, WithKind } from './WithKind.tsx'

/** Before the first question: what this is, what is known, what to have ready. */
export function MyKindPage() {
  return <WithKind>{(applying) => <Introduction {...applying} />}</WithKind>
}

function Introduction({ one, draft, change }: Applying) {
  const text = useText(applyMessages)
  const wordsOf = useWordsOf()
  const { kind } = one
  const questions = questionsOf(one, draft)
  return (
    <div className="narrow">
      <PageHeading title={wordsOf(kind.name)} />
      <Begin one={one} draft={draft} change={change} />
      <KnownAnswers one={one} title={text('mine.kind.known')} />
      <section className="sheet">
        <h2>{text('mine.kind.papers')}</h2>
        <Papers one={one} draft={draft} />
        <p className="fine">{text('mine.kind.articles', { articles: kind.articles.join('、') })}</p>
      </section>
      {questions.length === 0 && <p className="fine">{text('mine.kind.noQuestions')}</p>}
    </div>
  )
}

function Papers({ one: { kind }, draft }: Pick<Applying, 'one' | 'draft'>) {
  const text = useText(applyMessages)
  const wordsOf = useWordsOf()
  const papers = kind.documents.filter(({ when }) => holds(when, draft.answers) || draft.at === 0)
  if (papers.length === 0) return <p>{text('mine.kind.noPapers')}</p>
  return (
    <>
      <ul className="papers">
        {papers.map(({ code, name, hint, required }) => (
          <li key={code}>
            <b>{wordsOf(name)}</b>
            {hint && <span>{wordsOf(hint)}</span>}
            {!required && <span>{text('mine.kind.optional')}</span>}
          </li>
        ))}
      </ul>
      <p className="fine">{text('mine.kind.papersWords')}</p>
    </>
  )
}

function Begin({ one, draft, change }: Omit<Applying, 'clear'>) {
  const text = useText(applyMessages)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { kind, openId, isOutside } = one
  if (isOutside) return <p className="told">{text('mine.kind.outside')}</p>
  if (openId !== null)
    return (
      <section className="sheet">
        <p>{text('mine.kind.openId')}</p>
        <Link className="solid" to={`/me/matters/${openId}`}>
          {text('mine.kind.look')}
        </Link>
      </section>
    )
  const begin = (from: typeof draft) => {
    const filled = withAnswer(from, from.at === 0 ? prefill(kind.fields, readAbout(search)) : {}, Date.now())
    change(filled)
    const asked = questionsOf(one, filled)
    const first = asked.find(({ code }) => filled.answers[code] === undefined) ?? (from.at === 0 ? asked.at(-1) : undefined)
    void navigate(first ? `/me/kinds/${kind.code}/q/${first.code}` : `/me/kinds/${kind.code}/review`)
  }
  const count = questionsOf(one, draft).length
  return (
    <section className="sheet">
      {count > 0 && <p>{text('mine.kind.questions', { count })}</p>}
      <button type="button" className="solid" onClick={() => begin(draft)}>
        {text(draft.at > 0 ? 'mine.kind.continue' : 'mine.kind.start')}
      </button>
      {draft.at > 0 && (
        <button type="button" className="ghost" onClick={() => begin(emptyDraft)}>
          {text('mine.kind.afresh')}
        </button>
      )}
    </section>
  )
}
