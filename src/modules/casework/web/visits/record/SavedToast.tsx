import { useEffect } from 'react'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { day } from '../../../../../ui/text/format.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { correctVisit } from '../../../contract.ts'
import { formMessages } from '../form/messages-form.ts'
import { refusalSentence } from '../form/refusal-sentence.ts'
import { recordMessages } from './messages-record.ts'
import type { SavedVisit } from './QuickVisit.tsx'

/** How long one may think it over. */
const STAYS_MS = 12_000

/** Says that a visit is saved and offers to take it back, by a counter-record. */
export function SavedToast({ saved, onGone }: { saved: SavedVisit; onGone: () => void }) {
  const text = useText(recordMessages)
  const form = useText(formMessages)
  const undo = useAction(correctVisit)
  const isUndone = undo.value !== undefined
  const isCalm = !undo.sending && !undo.problem && !undo.refusal
  useEffect(() => {
    if (!isCalm) return
    const timer = setTimeout(onGone, isUndone ? STAYS_MS / 3 : STAYS_MS)
    return () => clearTimeout(timer)
  }, [isCalm, isUndone, onGone])
  const takeBack = () => void undo.send({ visitId: saved.visitId, reason: text('casework.record.undoReason') })
  const thisYear = Number(todayInChina().slice(0, 4))
  const said = saved.isKept
    ? text('casework.record.kept', { names: saved.names })
    : saved.nextDueOn
      ? text('casework.record.done', { names: saved.names, day: day(saved.nextDueOn, thisYear) })
      : text('casework.record.doneOnly', { names: saved.names })
  return (
    <div className="visit-toast" role="status">
      {undo.problem && <ErrorState problem={undo.problem} onRetry={takeBack} slim />}
      <Icon name={isUndone ? 'info' : 'done'} />
      <span className="grow">{undo.refusal ? refusalSentence(undo.refusal, form) : isUndone ? text('casework.record.undone') : said}</span>
      {!isUndone && !undo.refusal && !saved.isKept && (
        <button type="button" className="plain-button" disabled={undo.sending} onClick={takeBack}>
          {text('casework.record.undo')}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={text('casework.record.dismiss')} onClick={onGone}>
        <Icon name="close" />
      </button>
    </div>
  )
}
