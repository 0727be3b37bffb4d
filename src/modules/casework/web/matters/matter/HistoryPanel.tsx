import { Panel } from '../../../../../ui/layout/Panel.tsx'
import { Tag } from '../../../../../ui/parts/Tag.tsx'
import { Timeline } from '../../../../../ui/parts/Timeline.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Matter } from '../../../contract.ts'
import { clockTime } from '../../clock-time.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'

/** Every step, newest first: who, from which seat, from where to where, and why. */
export function HistoryPanel({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const items = matter.taken.toReversed().map((step) => ({
    key: String(step.number),
    when: `${step.on} ${clockTime(step.at)}`,
    title: (
      <>
        {wordsOf(step.name)} <span className="faint">{step.byName ?? text(`matters.seat.${step.seat}`)}</span>{' '}
        {step.fromName && <Tag tone={step.isBack ? 'amber' : 'slate'}>{`${wordsOf(step.fromName)} → ${wordsOf(step.toName)}`}</Tag>}
      </>
    ),
    ...(step.reason === null ? {} : { words: step.reason }),
    ...(step.isBack ? { tone: 'amber' as const } : {}),
  }))
  return (
    <Panel title={text('matters.matter.history')} count={text('matters.matter.visits', { count: matter.windowVisits })}>
      <Timeline label={text('matters.matter.history')} items={items} />
    </Panel>
  )
}
