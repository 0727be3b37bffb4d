import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Matter } from '../../contract.ts'
import { matterMessages } from './messages-pages.ts'

/** How long each has held it: the days add up to the age of the matter. */
export function HolderPanel({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  return (
    <Panel
      title={text('matters.matter.held')}
      count={matter.claimedBy !== null && matter.outcome === null ? text('matters.matter.claimed') : undefined}
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
    </Panel>
  )
}
