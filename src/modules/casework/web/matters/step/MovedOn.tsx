import { Button } from 'antd'
import { Alarm } from '../../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Matter } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'

type Step = Matter['can']['steps'][number]

/** Somebody else has moved the matter while a step was being filled in: who and what, and how to go on with what was typed. */
export function MovedOn({ matter, step, onAgain }: { matter: Matter; step: Step; onAgain: (step: Step) => void }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const last = matter.taken.at(-1)
  const still = matter.can.steps.find(({ code }) => code === step.code)
  if (!last) return null
  return (
    <Alarm
      title={text('matters.moved.what', {
        who: last.byName ?? text(`matters.seat.${last.seat}`),
        step: wordsOf(last.name),
        state: wordsOf(last.toName),
      })}
    >
      <p>{text(still ? 'matters.moved.still' : 'matters.moved.gone')}</p>
      {still && (
        <Button size="middle" onClick={() => onAgain(still)}>
          {text('matters.moved.again')}
        </Button>
      )}
    </Alarm>
  )
}
