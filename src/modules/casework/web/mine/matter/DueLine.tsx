import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyMatterLine } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { mineMessages } from '../messages-mine.ts'
import { matterPageMessages } from './messages-matter.ts'

/** Until when, how many days that is, and by which rule. */
export function DueLine({ due, withRule }: { due: NonNullable<MyMatterLine['due']>; withRule?: boolean }) {
  const text = useText(mineMessages)
  const page = useText(matterPageMessages)
  const day = useDay()
  const wordsOf = useWordsOf()
  const { daysLeft } = due
  const left =
    daysLeft < 0
      ? text('mine.dueOver', { count: -daysLeft })
      : daysLeft === 0
        ? text('mine.dueToday')
        : text('mine.dueLeft', { count: daysLeft })
  const article = due.article === 'setting' ? text('mine.setting') : due.article
  return (
    <>
      <p className="due">
        <b>{page('mine.matter.due', { day: day(due.on) })}</b>{' '}
        <span data-tone={daysLeft < 0 ? 'red' : daysLeft <= 3 ? 'amber' : 'soft'}>{left}</span>
      </p>
      {withRule && <p className="fine">{page('mine.matter.clock', { clock: wordsOf(due.clock), article })}</p>}
    </>
  )
}
