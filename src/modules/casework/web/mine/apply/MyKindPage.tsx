import { Link, useNavigate, useSearchParams } from 'react-router'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Field } from '../../../contract.ts'
import { type Condition, holds } from '../../../domain/matters/matter-type.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { useArticleWords } from '../use-article-words.ts'
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
  const articleWords = useArticleWords()
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
        <p className="fine">{text('mine.kind.articles', { articles: kind.articles.map(articleWords).join('、') })}</p>
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
        {papers.map(({ code, name, hint, required, when }) => (
          <li key={code}>
            <b>{wordsOf(name)}</b>
            {hint && <span>{wordsOf(hint)}</span>}
            {draft.at === 0 && when && <WhenAsked when={when} fields={kind.fields} />}
            {!required && <span>{text('mine.kind.optional')}</span>}
          </li>
        ))}
      </ul>
      <p className="fine">{text('mine.kind.papersWords')}</p>
    </>
  )
}

/** Of papers that only some need: for which of the choices they are. */
function WhenAsked({ when, fields }: { when: Condition; fields: readonly Field[] }) {
  const text = useText(applyMessages)
  const wordsOf = useWordsOf()
  const choices = fields
    .find(({ code }) => code === when.field)
    ?.choices?.filter(({ code }) => when.is.includes(code) !== (when.not ?? false))
  return (
    choices &&
    choices.length > 0 && <span>{text('mine.kind.paperWhen', { choices: choices.map(({ name }) => wordsOf(name)).join('、') })}</span>
  )
}

function Begin({ one, draft, change }: Omit<Applying, 'clear'>) {
  const text = useText(applyMessages)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { kind, openId, isDone, isOutside } = one
  if (isOutside) return <p className="told">{text('mine.kind.outside')}</p>
  if (openId !== null)
    return (
      <section className="sheet">
        <p>{text(isDone ? 'mine.kind.done' : 'mine.kind.openId')}</p>
        <Link className="solid" to={`/me/matters/${openId}`}>
          {text(isDone ? 'mine.kind.see' : 'mine.kind.look')}
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
