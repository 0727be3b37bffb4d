import { Button } from 'antd'
import { useState } from 'react'
import { saveWord } from '../../../../ui/api/save-word.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type RoundPage as Round, writeSlip } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { points } from '../open/words-of-board.ts'
import { ListDrawer } from './ListDrawer.tsx'
import { roundMessages } from './messages-rounds.ts'

type Person = Round['people'][number]

/** Everybody in the order of the round; of a draft, by number. */
export function OrderPanel({ round }: { round: Round }) {
  const text = useText(roundMessages)
  const [handing, setHanding] = useState<Person>()
  return (
    <Panel title={text('placement.round.order')} count={text('placement.round.people', { people: round.people.length })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <ol className="round-lines" tabIndex={0} aria-label={text('placement.round.order')}>
        {round.people.map((person) => (
          <Row key={person.candidateId} person={person} round={round} onHandIn={() => setHanding(person)} />
        ))}
      </ol>
      {handing && <ListDrawer round={round} person={handing} onClose={() => setHanding(undefined)} />}
    </Panel>
  )
}

function Standing({ person, round }: { person: Person; round: Round }) {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  const slip = useAction(writeSlip, { invalidates: [], onDone: (file) => saveWord(file) })
  const { can, line } = round
  if (person.post === null) return <span>{line.state === 'committed' ? '' : open(`placement.standing.${person.standing}`)}</span>
  return (
    <span>
      {person.post}{' '}
      {(can.steer || line.state === 'closed') && (
        <Button
          size="small"
          loading={slip.sending}
          aria-label={`${text('placement.round.slip')} ${person.position ?? ''}`}
          onClick={() => void slip.send({ roundId: line.id, candidateId: person.candidateId })}
        >
          {text('placement.round.slipShort')}
        </Button>
      )}
    </span>
  )
}

function Row({ person, round, onHandIn }: { person: Person; round: Round; onHandIn: () => void }) {
  const text = useText(roundMessages)
  const isNow = person.candidateId === round.next?.candidateId
  return (
    <li data-now={isNow || undefined} data-standing={person.standing}>
      <b>{person.position ?? person.number}</b>
      <span>
        {person.name} <small className="faint">{person.composite === null ? '' : points(person.composite)}</small>
        {person.list && (
          <small className="round-note">{text('placement.round.list', { posts: person.list.join(' '), by: person.listBy ?? '' })}</small>
        )}
      </span>
      {round.can.commit ? (
        <Button size="small" onClick={onHandIn}>
          {text('placement.round.handIn')}
        </Button>
      ) : (
        <Standing person={person} round={round} />
      )}
    </li>
  )
}
