import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { openRoundMessages } from './messages-open.ts'
import { clock, didWord } from './words-of-board.ts'

const SHOWN = 12

/** What happened last, the newest first. */
export function HallLinks({ links }: { links: Board['links'] }) {
  const text = useText(openRoundMessages)
  return (
    <section className="picks" aria-labelledby="hall-links">
      <h2 id="hall-links">{text('placement.hall.just')}</h2>
      <ol>
        {links
          .slice(-SHOWN)
          .toReversed()
          .map((link, row) => (
            <li key={link.seq} className={row === 0 ? 'fresh' : ''} data-undone={!link.stands || undefined}>
              <time>{clock(link.at)}</time>
              <i>{link.position ?? ''}</i>
              <b>{link.name ?? ''}</b>
              <span className="u">
                {didWord(link, text)} {link.post ?? ''} {link.stands ? '' : text('placement.did.undone')}
              </span>
              <code>{link.hash.slice(0, 8)}</code>
            </li>
          ))}
      </ol>
    </section>
  )
}
