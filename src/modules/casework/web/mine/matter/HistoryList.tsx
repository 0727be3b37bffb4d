import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyMatter } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { matterPageMessages } from './messages-matter.ts'

/** What has been, the latest first: the step, the office, the day, and the reason where it came back. */
export function HistoryList({ matter: { taken } }: { matter: MyMatter }) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  const day = useDay()
  return (
    <section className="sheet">
      <h2>{text('mine.matter.history')}</h2>
      <ol className="history">
        {taken.toReversed().map(({ name, toName, on, unitName, reason, isBack }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added, and counted from the first
          <li key={taken.length - at}>
            <b>
              {wordsOf(name)}
              {isBack && <span className="k"> {text('mine.matter.back')}</span>}
            </b>
            <span>{wordsOf(toName)}</span>
            <span>
              {day(on)} {unitName}
            </span>
            {reason !== null && reason !== '' && <span>{text('mine.matter.reason', { reason })}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
