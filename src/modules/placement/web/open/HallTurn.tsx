import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { openRoundMessages } from './messages-open.ts'
import { useSecondsTo } from './use-board.ts'
import { minutes, points } from './words-of-board.ts'

/** One name, one clock. Before and after it: what is being waited for. */
export function HallTurn({ board, ahead }: { board: Board; ahead: number }) {
  const { next } = board
  const person = next ? board.people.find(({ position }) => position === next.position) : undefined
  return (
    <section className="turn" aria-live="polite">
      {next && person ? (
        <Choosing board={board} next={next} person={person} ahead={ahead} />
      ) : board.atOnce && board.state === 'open' ? (
        <AtOnce board={board} atOnce={board.atOnce} />
      ) : (
        <Waiting board={board} />
      )}
    </section>
  )
}

interface ChoosingProps {
  board: Board
  next: NonNullable<Board['next']>
  person: Board['people'][number]
  ahead: number
}

function Choosing({ board, next, person, ahead }: ChoosingProps) {
  const text = useText(openRoundMessages)
  const upNext = board.people.filter(({ standing, position }) => standing === 'waiting' && position !== next.position).slice(0, 3)
  return (
    <>
      <p className="label">{text(next.isSecond ? 'placement.hall.again' : 'placement.hall.now')}</p>
      <p className="name">
        <i>{person.position}</i>
        <span>{person.name}</span>
      </p>
      <p className="facts">
        <span>
          {text('placement.hall.score')} <b>{points(person.composite)}</b>
        </span>
        <span>{text('placement.hall.total', { people: board.people.length })}</span>
      </p>
      <Timer board={board} endsAt={next.endsAt} ahead={ahead} />
      {upNext.length > 0 && (
        <p className="next">
          <span>{text('placement.hall.next')}</span>
          {upNext.map(({ position, name }) => (
            <b key={position}>
              {position}　{name}
            </b>
          ))}
        </p>
      )}
    </>
  )
}

function Timer({ board, endsAt, ahead }: { board: Board; endsAt: number; ahead: number }) {
  const text = useText(openRoundMessages)
  const left = useSecondsTo(endsAt, ahead)
  const share = board.clockSeconds === 0 ? 0 : Math.min(100, (left / board.clockSeconds) * 100)
  return (
    <div className="timer" aria-live="off">
      <p className="t" data-over={left === 0 || undefined}>
        {minutes(left)}
      </p>
      <div className="bar">
        <i style={{ width: `${share}%` }} />
      </div>
      <p className="n">
        <span>{text('placement.hall.each', { time: minutes(board.clockSeconds) })}</span>
        <span>{text('placement.hall.then')}</span>
      </p>
    </div>
  )
}

/** A round that is computed at once: which windows there are, and how many have spoken. */
function AtOnce({ board, atOnce }: { board: Board; atOnce: NonNullable<Board['atOnce']> }) {
  const text = useText(openRoundMessages)
  const day = useDay()
  const { phase, listsUntil, rankingsUntil, people, listed, ranked } = atOnce
  const title = text(board.way === 'directive' ? 'placement.hall.directive' : 'placement.hall.twoWay')
  const wait = text(phase === 'computed' ? 'placement.hall.computed' : 'placement.hall.waitCompute')
  return (
    <div className="wait at-once">
      <p className="t">{title}</p>
      {listsUntil === null || rankingsUntil === null || phase === 'computed' ? (
        <p>{wait}</p>
      ) : (
        <dl>
          <dt>{text('placement.hall.lists')}</dt>
          <dd>{text('placement.hall.until', { day: day(listsUntil) })}</dd>
          <dd>{text('placement.hall.listed', { count: listed, people })}</dd>
          <dt>{text('placement.hall.rankings')}</dt>
          <dd>{text('placement.hall.until', { day: day(rankingsUntil) })}</dd>
          <dd>{text('placement.hall.rankedPosts', { count: ranked })}</dd>
        </dl>
      )}
      {listsUntil !== null && <p className="unnamed">{text('placement.hall.unnamed')}</p>}
    </div>
  )
}

function Waiting({ board }: { board: Board }) {
  const text = useText(openRoundMessages)
  const day = useDay()
  const draw = { source: board.draw.source, day: day(board.draw.on) }
  const last = board.links.at(-1)
  const words = {
    draft: ['', ''],
    committed: [text('placement.hall.waiting'), text('placement.hall.waitDraw', draw)],
    drawn: [text('placement.hall.waiting'), text('placement.hall.waitOpen')],
    open: [text('placement.hall.allDone'), ''],
    paused: [text('placement.hall.paused'), last?.reason ?? ''],
    closed: [text('placement.hall.closed'), text('placement.hall.closedWords')],
    replaced: [text('placement.hall.replaced'), board.replacedWhy ?? ''],
  } as const
  const [title, note] = words[board.state]
  return (
    <div className="wait">
      <p className="t">{title}</p>
      <p>{note}</p>
      {board.atOnce?.total && <p>{text('placement.hall.totalCost', board.atOnce.total)}</p>}
    </div>
  )
}
