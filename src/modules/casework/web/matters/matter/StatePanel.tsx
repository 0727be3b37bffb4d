import { StateLine, type StateStep } from '../../../../../ui/parts/StateLine.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Matter } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'

/** Shown before the state of today: more would not fit beside the clock. */
const BEFORE = 4

/** The states it has been through, the one it stands in, and whose turn it is. */
export function StatePanel({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const been = matter.taken.filter((step, at) => at === 0 || wordsOf(step.toName) !== wordsOf(matter.taken[at - 1]?.toName ?? step.toName))
  const steps: StateStep[] = been.slice(-BEFORE - 1).map((step, at, all) => ({
    key: String(step.number),
    name: wordsOf(step.toName),
    when: step.on,
    state: at === all.length - 1 && matter.outcome === null ? 'now' : 'done',
  }))
  const next = matter.holder
    ? [{ key: 'next', name: text('matters.matter.next'), when: text(`matters.seat.${matter.holder}`), state: 'next' as const }]
    : []
  return (
    <div className="matter-states">
      <StateLine label={text('matters.matter.states')} steps={[...steps, ...next]} />
    </div>
  )
}
