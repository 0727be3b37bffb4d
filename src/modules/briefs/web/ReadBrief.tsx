import { Link } from 'react-router'
import { useText } from '../../../ui/text/use-text.ts'
import type { BoundFigure, Brief, EditedInline } from '../contract.ts'
import { numbersOf } from '../domain/numbers-of.ts'
import { BriefHead } from './BriefHead.tsx'
import { FiguresPanel, rowsPath } from './FiguresPanel.tsx'
import { briefMessages } from './messages.ts'

/** A brief to be read: each number leads to its rows. */
export function ReadBrief({ brief }: { brief: Brief }) {
  const text = useText(briefMessages)
  const figures = new Map(brief.figures.map((figure) => [figure.key, figure]))
  const numbers = numbersOf(brief.text.blocks, brief.genre)
  return (
    <div className="brief-page">
      <BriefHead brief={brief} />
      <div className="brief-desk">
        <article className="brief-paper" aria-label={text('briefs.paper')}>
          <h2 className="brief-title">{line(brief.text.title, figures)}</h2>
          {brief.text.blocks.map(({ kind, inlines }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text stands still
            <p key={at} className={`brief-${kind}`}>
              {numbers[at]}
              {line(inlines, figures)}
            </p>
          ))}
        </article>
        <FiguresPanel brief={brief} chosen={undefined} />
      </div>
    </div>
  )
}

const line = (inlines: readonly EditedInline[], figures: ReadonlyMap<string, BoundFigure>) =>
  inlines.map((inline, at) => {
    const figure = inline.kind === 'figure' ? figures.get(inline.key) : undefined
    if (figure)
      return (
        <Link key={figure.key} className="brief-figure" to={rowsPath(figure)} title={figure.label}>
          {figure.words}
        </Link>
      )
    // biome-ignore lint/suspicious/noArrayIndexKey: the text stands still
    return inline.kind === 'text' || inline.kind === 'mark' ? <span key={at}>{inline.text}</span> : null
  })
