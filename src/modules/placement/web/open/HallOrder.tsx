import { useEffect, useRef } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { openRoundMessages } from './messages-open.ts'
import { points } from './words-of-board.ts'

type Person = Board['people'][number]

/** The whole order; whoever chooses now is kept in the middle of the screen. */
export function HallOrder({ board }: { board: Board }) {
  const text = useText(openRoundMessages)
  const list = useRef<HTMLOListElement>(null)
  const now = board.next?.position
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another place in the list
  useEffect(() => {
    const box = list.current
    const row = box?.querySelector<HTMLElement>('[data-now]')
    if (box && row) box.scrollTop = row.offsetTop - box.offsetTop - box.clientHeight / 3
  }, [now])
  return (
    <section className="order" aria-labelledby="hall-order">
      <h2 id="hall-order">{text('placement.hall.order')}</h2>
      {board.atOnce && board.people.length === 0 && <p className="order-none">{text('placement.hall.orderAfter')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <ol ref={list} tabIndex={0} aria-labelledby="hall-order">
        {board.people.map((person) => (
          <Row key={person.position} person={person} board={board} />
        ))}
      </ol>
    </section>
  )
}

function Row({ person, board }: { person: Person; board: Board }) {
  const isNow = person.position === board.next?.position
  return (
    <li data-now={isNow || undefined} data-standing={person.standing}>
      <i>{person.position}</i>
      <b>{person.name}</b>
      <span className="pick">{useNote(person, board)}</span>
      <em>{points(person.composite)}</em>
    </li>
  )
}

function useNote(person: Person, board: Board): string {
  const text = useText(openRoundMessages)
  const { next } = board
  if (person.post !== null) return board.posts.find(({ code }) => code === person.post)?.employer ?? person.post
  if (person.position === next?.position) return text('placement.hall.choosing')
  if (person.standing === 'waiting') return next && isUpNext(person, board) ? text('placement.hall.seatNext') : ''
  return text(`placement.standing.${person.standing}`)
}

const isUpNext = ({ position }: Person, { people, next }: Board): boolean =>
  people.find((one) => one.standing === 'waiting' && one.position !== next?.position)?.position === position
