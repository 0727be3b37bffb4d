import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyMatter } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { mineMessages } from '../messages-mine.ts'
import { DueLine } from './DueLine.tsx'
import { matterPageMessages } from './messages-matter.ts'

/** Where it stands, who has it, until when and by which rule; and where it came back, why. */
export function NowCard({ matter }: { matter: MyMatter }) {
  const text = useText(matterPageMessages)
  const mine = useText(mineMessages)
  const wordsOf = useWordsOf()
  const { outcome, isYourTurn, holderName, due } = matter
  const last = matter.taken.at(-1)
  return (
    <section className="sheet now" data-turn={isYourTurn || undefined}>
      <p className="k">{text('mine.matter.now')}</p>
      <p className="state">{wordsOf(matter.stateName)}</p>
      {outcome !== null && (
        <p className={outcome === 'granted' || outcome === 'handled' ? 'paid' : 'told'}>{mine(`mine.outcome.${outcome}`)}</p>
      )}
      {isYourTurn && (
        <p className="turn">
          <b>{text('mine.matter.yours')}</b> {text('mine.matter.yoursWords')}
        </p>
      )}
      {last?.reason && <p className="told">{text('mine.matter.why', { unit: last.unitName, reason: last.reason })}</p>}
      {holderName !== null && <p>{text('mine.matter.holder', { name: holderName })}</p>}
      {due && outcome === null && <DueLine due={due} withRule />}
    </section>
  )
}
