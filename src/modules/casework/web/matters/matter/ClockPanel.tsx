import { daysBetween, PlainDate } from '../../../../../kernel/plain-date.ts'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Matter } from '../../../contract.ts'
import { articleWords, DueWords } from '../due-words.tsx'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'

/** The deadline that comes first: days left, used and granted, and the article that sets it. */
export function ClockPanel({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const running = matter.clocks.filter(({ stoppedOn }) => stoppedOn === null)
  const clock = running.find(({ dueOn, isWindow }) => !isWindow && dueOn === matter.due?.on) ?? running[0]
  if (!clock) return <div className="matter-clock faint">{text('matters.matter.noClock')}</div>
  const all = daysBetween(clock.startedOn, clock.dueOn)
  // A window, in which others may speak, is no deadline of the matter: its days are counted here.
  const left = !clock.isWindow && matter.due ? matter.due.daysLeft : daysBetween(PlainDate.parse(todayInChina()), clock.dueOn)
  return (
    <div className="matter-clock">
      <div className="row">
        <b className="grow">{clock.isWindow ? text('matters.matter.window') : <DueWords due={matter.due} text={text} />}</b>
        <span className="soft">{text('matters.matter.until', { day: clock.dueOn })}</span>
      </div>
      <meter min={0} max={Math.max(1, all)} value={Math.min(all, Math.max(0, all - left))} aria-label={wordsOf(clock.name)} />
      <div className="rule">
        {wordsOf(clock.name)} · {articleWords(clock.article, text)}
        {clock.isExtended && ` · ${text('matters.matter.extended')}`}
        {clock.pausedOn !== null && ` · ${text('matters.matter.paused')}`}
      </div>
      <div className="rule">{text('matters.matter.started', { day: clock.startedOn })}</div>
    </div>
  )
}
