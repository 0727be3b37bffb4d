import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { saveWord } from '../../../../../ui/api/save-word.ts'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { printLetter, writeLetter } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import '../matters.css'

/** A letter as it is printed: A4, title in the middle, signed by the office at the foot; or taken along as a Word file. */
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
        <WordButton matterId={matterId} letter={letter} />
      </p>
      <ViewState query={query}>
        {({ title, rows, paragraphs, unitName, on }) => (
          <article className="letter">
            <h1>{wordsOf(title)}</h1>
            <LetterTable rows={rows} />
            {paragraphs.map((paragraph) => (
              <p key={paragraph} data-first={/^[^，。；]{1,40}：$/.test(paragraph) || undefined}>
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

function WordButton({ matterId, letter }: { matterId: string; letter: string }) {
  const text = useText(matterMessages)
  const write = useAction(writeLetter, { onDone: saveWord, invalidates: [] })
  return (
    <>
      <Button size="middle" loading={write.sending} onClick={() => void write.send({ matterId, letter })}>
        {text('matters.letter.word')}
      </Button>
      <small>{text('matters.letter.wordHint')}</small>
      {write.refusal && <small role="alert">{text('matters.letter.refused')}</small>}
      {write.problem && <ErrorState problem={write.problem} slim />}
    </>
  )
}

/** Cells by turns a label and what it says; a row of two reaches over the whole width. */
function LetterTable({ rows }: { rows: readonly (readonly string[])[] }) {
  if (rows.length === 0) return null
  return (
    <table>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join('|')}>
            {cells.map((cell, at) =>
              at % 2 === 0 ? (
                <th key={cell} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={`${cells[at - 1]}`} colSpan={cells.length === 2 ? 3 : 1}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
