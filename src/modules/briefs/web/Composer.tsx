import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useAction } from '../../../ui/api/use-action.ts'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { type Brief, editBrief, refreshBrief } from '../contract.ts'
import { BriefHead } from './BriefHead.tsx'
import { EditLines } from './EditLines.tsx'
import { FiguresPanel } from './FiguresPanel.tsx'
import { InsertPanel } from './InsertPanel.tsx'
import { briefMessages } from './messages.ts'
import { Refused } from './Refused.tsx'
import { useCaret } from './use-caret.ts'
import { useDraft } from './use-draft.ts'

/** A draft: the text at the left, its numbers and their sources at the right. */
export function Composer({ brief }: { brief: Brief }) {
  const text = useText(briefMessages)
  const desk = useDraft(brief)
  const [chosen, setChosen] = useState<string>()
  const paper = useRef<HTMLElement>(null)
  const caret = useCaret(paper)
  const saving = useAction(editBrief)
  const refreshing = useAction(refreshBrief)
  const { id, version } = brief
  const { title, blocks, isTouched } = desk.draft
  const save = () =>
    void saving.send({ id, version, title: [...title], blocks: blocks.map(({ kind, inlines }) => ({ kind, inlines: [...inlines] })) })
  const problem = saving.problem ?? refreshing.problem
  return (
    <div className="brief-page">
      <BriefHead brief={brief}>
        {isTouched && <span className="faint">{text('briefs.touched')}</span>}
        <Button size="middle" loading={refreshing.sending} disabled={isTouched} onClick={() => void refreshing.send({ id, version })}>
          {text('briefs.refresh')}
        </Button>
        <Button size="middle" type="primary" loading={saving.sending} disabled={!isTouched} onClick={save}>
          {text('briefs.save')}
        </Button>
      </BriefHead>
      {problem && <ErrorState problem={problem} onRetry={save} slim />}
      <Refused refusal={saving.refusal ?? refreshing.refusal} />
      <div className="brief-desk">
        <article className="brief-paper" ref={paper} aria-label={text('briefs.paper')}>
          <EditLines brief={brief} desk={desk} onFigure={setChosen} />
        </article>
        <div className="brief-side">
          <InsertPanel caret={caret} />
          <FiguresPanel brief={brief} chosen={chosen} />
        </div>
      </div>
    </div>
  )
}
