import { Button } from 'antd'
import { useState } from 'react'
import { dayInChina, minuteInChina } from '../../../../../kernel/china-time.ts'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { Panel } from '../../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type Matter, releaseMatter } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { HandOverDrawer } from './HandOverDrawer.tsx'
import { HandRefused } from './HandRefused.tsx'

/** How long each has held it: the days add up to the age of the matter. Then in whose hands it is, and how it came there. */
export function HolderPanel({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  return (
    <Panel
      title={text('matters.matter.held')}
      count={
        matter.claimedName !== null && matter.outcome === null ? text('matters.desk.inHands', { name: matter.claimedName }) : undefined
      }
    >
      <ol className="matter-held">
        {matter.held.map(({ holder, days }) => (
          <li key={holder} data-now={holder === matter.holder || undefined}>
            <b>{text(`matters.seat.${holder}`)}</b>
            <span>{text('matters.matter.days', { count: days })}</span>
          </li>
        ))}
      </ol>
      {matter.outcome && <p className="panel-words">{text(`matters.outcome.${matter.outcome}`)}</p>}
      {matter.escalatedAt !== null && (
        <p className="panel-words red">{text('matters.desk.escalated.note', { day: dayInChina(matter.escalatedAt) })}</p>
      )}
      <Hands hands={matter.hands} />
      {(matter.can.handOver || matter.can.release) && <HandTools matter={matter} />}
    </Panel>
  )
}

function Hands({ hands }: Pick<Matter, 'hands'>) {
  const text = useText(matterMessages)
  const sentence = ({ byName, toName }: Matter['hands'][number]) =>
    toName === null
      ? text('matters.desk.gaveBack', { name: byName })
      : toName === byName
        ? text('matters.desk.took', { name: byName })
        : text('matters.desk.gave', { by: byName, to: toName })
  if (hands.length === 0) return null
  return (
    <ul className="matter-hands">
      {hands.map((one) => (
        <li key={one.at}>
          <span>{sentence(one)}</span> <span className="faint">{minuteInChina(one.at)}</span>
          {one.note !== null && <p>{one.note}</p>}
        </li>
      ))}
    </ul>
  )
}

function HandTools({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  const [open, setOpen] = useState(false)
  const form = useAction(releaseMatter)
  const release = () => void form.send({ matterId: matter.id })
  return (
    <div className="matter-tools">
      {form.problem && <ErrorState problem={form.problem} onRetry={release} slim />}
      {form.refusal && <HandRefused refusal={form.refusal} />}
      {matter.can.handOver && (
        <Button size="small" onClick={() => setOpen(true)}>
          {text('matters.desk.handOver')}
        </Button>
      )}
      {matter.can.release && (
        <Button size="small" loading={form.sending} onClick={release}>
          {text('matters.desk.release')}
        </Button>
      )}
      {open && <HandOverDrawer matter={matter} onClose={() => setOpen(false)} />}
    </div>
  )
}
