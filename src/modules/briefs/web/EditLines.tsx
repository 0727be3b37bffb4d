import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../ui/text/use-text.ts'
import type { Brief } from '../contract.ts'
import { numbersOf } from '../domain/numbers-of.ts'
import { EditableLine } from './EditableLine.tsx'
import { briefMessages } from './messages.ts'
import type { DraftDesk } from './use-draft.ts'

/** The lines of a draft, title first. A new one has the caret. */
export function EditLines({ brief, desk, onFigure }: { brief: Brief; desk: DraftDesk; onFigure: (key: string) => void }) {
  const text = useText(briefMessages)
  const figures = new Map(brief.figures.map((figure) => [figure.key, figure]))
  const shownOf = (key: string) => ({ words: figures.get(key)?.words ?? '', title: figures.get(key)?.label ?? '' })
  const [added, setAdded] = useState<string>()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (added !== undefined) place.current?.querySelector<HTMLElement>(`[data-block="${added}"] [role=textbox]`)?.focus()
  }, [added])
  const add = (kind: 'heading' | 'text', after?: string) => setAdded(desk.add(kind, after))
  const { title, blocks } = desk.draft
  const numbers = numbersOf(blocks, brief.genre)
  return (
    <div ref={place}>
      <EditableLine
        label={text('briefs.line.title')}
        className="brief-title"
        inlines={title}
        shownOf={shownOf}
        onChange={desk.setTitle}
        onFigure={onFigure}
      />
      {blocks.map(({ id, kind, inlines }, at) => (
        <div key={id} data-block={id} className={`brief-${kind}`}>
          {numbers[at] !== '' && <span className="brief-number">{numbers[at]}</span>}
          <EditableLine
            label={`${text(`briefs.line.${kind}`)} ${at + 1}`}
            className="brief-line"
            inlines={inlines}
            shownOf={shownOf}
            onChange={(changed) => desk.setLine(id, changed)}
            onFigure={onFigure}
            onEnter={() => add('text', id)}
            onEmpty={() => desk.remove(id)}
          />
        </div>
      ))}
      <div className="brief-buttons">
        <Button size="small" onClick={() => add('text')}>
          {text('briefs.addText')}
        </Button>
        <Button size="small" onClick={() => add('heading')}>
          {text('briefs.addHeading')}
        </Button>
      </div>
    </div>
  )
}
