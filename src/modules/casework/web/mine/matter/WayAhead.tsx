import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyMatter } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { matterPageMessages } from './messages-matter.ts'

/** What usually comes next, in order, the last an end. */
export function WayAhead({ ahead }: Pick<MyMatter, 'ahead'>) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  if (ahead.length === 0) return null
  return (
    <>
      <h2>{text('mine.matter.ahead')}</h2>
      <ol className="ahead">
        {ahead.map((state) => (
          <li key={wordsOf(state)}>{wordsOf(state)}</li>
        ))}
      </ol>
    </>
  )
}
