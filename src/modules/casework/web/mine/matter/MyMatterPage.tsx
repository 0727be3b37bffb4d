import { Link } from 'react-router'
import { CallUnit } from '../../../../../ui/plain/CallUnit.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyMatter } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { useAnswerWords } from '../apply/answer-words.ts'
import { useArticleWords } from '../use-article-words.ts'
import { HistoryList } from './HistoryList.tsx'
import { matterPageMessages } from './messages-matter.ts'
import { NowCard } from './NowCard.tsx'
import { PapersToGive } from './PapersToGive.tsx'
import { WayAhead } from './WayAhead.tsx'
import { WithMatter } from './WithMatter.tsx'

/** One own matter: where it stands, who has it, until when; then what one can do or still owes; then what has been. */
export function MyMatterPage() {
  return <WithMatter>{(matter) => <Matter matter={matter} />}</WithMatter>
}

function Matter({ matter }: { matter: MyMatter }) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  const articleWords = useArticleWords()
  const isWanting = matter.can.give && matter.documents.some(({ required, given }) => required && given === null)
  return (
    <>
      <PageHeading title={wordsOf(matter.typeName)} />
      <div className="sheets">
        <div>
          <NowCard matter={matter} />
          {matter.isYourTurn ? (
            <>
              <StepLinks matter={matter} />
              <PapersToGive matter={matter} />
              <Ahead matter={matter} />
            </>
          ) : (
            <>
              {isWanting ? <PapersToGive matter={matter} /> : <Ahead matter={matter} />}
              {isWanting ? <Ahead matter={matter} /> : <PapersToGive matter={matter} />}
              <StepLinks matter={matter} />
            </>
          )}
        </div>
        <div>
          <Said matter={matter} />
          <HistoryList matter={matter} />
          <CallUnit label={text('mine.matter.call')} door={matter.station} />
          <p className="fine">{text('mine.matter.articles', { articles: matter.articles.map(articleWords).join('、') })}</p>
          <p className="fine">{text('mine.matter.number', { number: matter.id.slice(-6) })}</p>
        </div>
      </div>
    </>
  )
}

/** What comes next; of a matter that has ended, nothing. */
function Ahead({ matter: { ahead, outcome } }: { matter: MyMatter }) {
  if (ahead.length === 0 || outcome !== null) return null
  return (
    <section className="sheet">
      <WayAhead ahead={ahead} />
    </section>
  )
}

/** What the person may do. Where it is their turn the first is red; a way out is never the loudest. */
function StepLinks({ matter: { id, can, rating, isYourTurn } }: { matter: MyMatter }) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  if (can.steps.length === 0 && !can.rate && rating === null) return null
  const steps = can.steps.toSorted((a, b) => Number(b.isTurn) - Number(a.isTurn))
  return (
    <section className="sheet">
      {steps.length > 0 && <h2>{text('mine.matter.steps')}</h2>}
      {can.rate && (
        <Link className="solid" to={`/me/matters/${id}/rate`}>
          {text('mine.matter.rate')}
        </Link>
      )}
      {steps.map((step, at) => (
        <Link
          key={step.code}
          className={isYourTurn && step.isTurn && at === 0 && !can.rate ? 'solid' : 'ghost'}
          to={`/me/matters/${id}/step/${step.code}`}
        >
          {wordsOf(step.name)}
        </Link>
      ))}
      {rating !== null && <p>{text('mine.matter.rated', { count: rating.stars })}</p>}
    </section>
  )
}

function Said({ matter: { fields, answers } }: { matter: MyMatter }) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  const inWords = useAnswerWords()
  const said = fields.flatMap((field) => {
    const answer = answers[field.code]
    return answer === undefined ? [] : [{ code: field.code, name: wordsOf(field.name), words: inWords(field, answer) }]
  })
  return (
    <section className="sheet">
      <h2>{text('mine.matter.said')}</h2>
      {said.length === 0 && <p className="fine">{text('mine.matter.saidNothing')}</p>}
      <dl className="said">
        {said.map(({ code, name, words }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
