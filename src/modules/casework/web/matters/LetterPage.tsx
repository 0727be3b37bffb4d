import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { printLetter } from '../../contract.ts'
import { matterMessages } from './messages-pages.ts'
import { useWordsOf } from './words-of.ts'
import './matters.css'

/** A letter as it is printed: A4, title in the middle, signed by the office at the foot. */
export function LetterPage() {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const { matterId = '', letter = '' } = useParams()
  const query = useView(printLetter, { matterId, letter })
  if (query.error?.problem.code === 'not-found') return <EmptyState title={text('matters.letter.none')} />
  return (
    <>
      <p className="letter-tools">
        <Link to={`/desk/matters/${matterId}`}>{text('matters.letter.back')}</Link>
        <Button type="primary" size="middle" onClick={() => window.print()}>
          {text('matters.letter.print')}
        </Button>
      </p>
      <ViewState query={query}>
        {({ title, paragraphs, unitName, on }) => (
          <article className="letter">
            <h1>{wordsOf(title)}</h1>
            {paragraphs.map((paragraph, at) => (
              <p key={paragraph} data-first={at === 0 || undefined}>
                {paragraph}
              </p>
            ))}
            <footer>
              <span>{unitName}</span>
              <span>{on}</span>
            </footer>
          </article>
        )}
      </ViewState>
    </>
  )
}
