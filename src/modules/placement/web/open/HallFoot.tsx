import { Link } from 'react-router'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { QrSign } from '../QrSign.tsx'
import { openRoundMessages } from './messages-open.ts'
import { grouped } from './words-of-board.ts'

/** The commitment, the head of the chain and the supervisor never leave the screen. */
export function HallFoot({ board }: { board: Board }) {
  const text = useText(openRoundMessages)
  const day = useDay()
  const last = board.links.at(-1)
  const where = `/open/verify?round=${board.id}`
  return (
    <footer>
      <div className="proof">
        <h3>
          {text('placement.hall.commitment')} <small>{text('placement.hall.sealed', { day: day(board.committedOn) })}</small>
        </h3>
        <p className="mono">{grouped(board.commitment)}</p>
      </div>
      <div className="proof">
        <h3>
          {text('placement.hall.chain')} <small>{text('placement.hall.chainNo', { seq: board.seq })}</small>
        </h3>
        <p className="mono">{last ? `${grouped(last.hash.slice(0, 12))} … ${grouped(last.hash.slice(-8))}` : '–'}</p>
      </div>
      <div className="proof">
        <h3>{text('placement.hall.present')}</h3>
        <p>{board.present ?? text('placement.hall.nobodyYet')}</p>
      </div>
      <div className="qr">
        <QrSign value={new URL(where, window.location.origin).href} label={text('placement.hall.scan')} />
        <p>
          <Link to={where}>{text('placement.hall.scan')}</Link>
          <small>{text('placement.hall.noSignIn')}</small>
        </p>
      </div>
    </footer>
  )
}
