import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { ComputedPage as Computed } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { clock, didWord } from '../open/words-of-board.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { computedMessages } from './messages-computed.ts'

/** Every link of the record, the newest first. */
export function ComputedLinks({ round }: { round: Computed }) {
  const [text, open, words] = [useText(roundMessages), useText(openRoundMessages), useText(computedMessages)]
  return (
    <Panel title={text('placement.round.links')} count={text('placement.round.linksCount', { count: round.links.length })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <ol className="round-lines round-links" tabIndex={0} aria-label={text('placement.round.links')}>
        {round.links.toReversed().map((link) => (
          <li key={link.seq}>
            <b>{link.seq}</b>
            <span>
              <time>{clock(Date.parse(link.at))}</time> {link.name ?? ''} {didWord(link, open)} {link.post ?? ''}
              <small className="round-note">{link.by === '' ? words('placement.computed.self') : link.by}</small>
            </span>
            <code>{link.hash.slice(0, 8)}</code>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
