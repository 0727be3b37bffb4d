import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type RoundPage as Round, type RoundRefusal, takeTurn } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { useSecondsTo } from '../open/use-board.ts'
import { points } from '../open/words-of-board.ts'
import { roundMessages } from './messages-rounds.ts'
import { refusalSentence } from './RoundRefused.tsx'

type Next = NonNullable<Round['next']>
type Person = Round['people'][number]
type Taken = z.input<(typeof takeTurn)['input']>['taken']

/**
 * The one turn that is on: what is open to this person, and what they do. Why a turn was not entered is said although the
 * round has gone on: somebody else was quicker, and what was pressed here is not what stands.
 */
export function TurnPanel({ round }: { round: Round }) {
  const text = useText(roundMessages)
  const { next, line } = round
  const turn = useAction(takeTurn)
  const [pressed, setPressed] = useState<Person>()
  const person = next ? round.people.find(({ candidateId }) => candidateId === next.candidateId) : undefined
  const refused = turn.refusal && <NotEntered person={pressed} refusal={turn.refusal} />
  if (!next || !person) {
    return line.state === 'open' ? (
      <Panel title={text('placement.round.turn')}>
        {refused}
        <p className="panel-words">{text('placement.round.allDone')}</p>
      </Panel>
    ) : null
  }
  const take = (taken: Taken) => {
    setPressed(person)
    void turn.send({ roundId: round.line.id, turn: next.turn, candidateId: person.candidateId, taken })
  }
  return (
    <Panel
      title={text('placement.round.turn')}
      count={text(next.isSecond ? 'placement.round.second' : 'placement.round.turnNo', { turn: next.turn })}
      side={<Seconds endsAt={next.endsAt} />}
      tone="chosen"
    >
      <div className="round-turn">
        <p className="who">
          <b>{person.position}</b> {person.name} <span className="faint">{person.composite === null ? '' : points(person.composite)}</span>
        </p>
        {turn.problem && <ErrorState problem={turn.problem} slim />}
        {refused}
        {round.can.turn && <TurnForm key={next.turn} round={round} next={next} person={person} sending={turn.sending} take={take} />}
      </div>
    </Panel>
  )
}

function Seconds({ endsAt }: { endsAt: string }) {
  const text = useText(roundMessages)
  const left = useSecondsTo(Date.parse(endsAt), 0)
  return <span role="timer">{left > 0 ? text('placement.round.secondsLeft', { seconds: left }) : text('placement.round.timeOver')}</span>
}

/** For whom something was pressed, and why it does not stand. */
function NotEntered({ person, refusal }: { person: Person | undefined; refusal: RoundRefusal }) {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  const why = refusalSentence(refusal, text, open)
  return <Alarm title={person ? text('placement.round.missed', { position: person.position ?? '', name: person.name, why }) : why} />
}

interface TurnFormProps {
  round: Round
  next: Next
  person: Person
  sending: boolean
  take: (taken: Taken) => void
}

function TurnForm({ round, next, person, sending, take }: TurnFormProps) {
  const text = useText(roundMessages)
  const [post, setPost] = useState<string>()
  const [isProxy, setProxy] = useState(false)
  const left = useSecondsTo(Date.parse(next.endsAt), 0)
  const by = isProxy ? 'proxy' : 'self'
  return (
    <>
      <OpenPosts round={round} next={next} chosen={post} onChoose={setPost} />
      <Checkbox checked={isProxy} onChange={({ target }) => setProxy(target.checked)}>
        {text('placement.round.byProxy')}
      </Checkbox>
      <div className="round-acts">
        <Button
          type="primary"
          size="large"
          loading={sending}
          disabled={post === undefined}
          onClick={() => post !== undefined && take({ kind: 'pick', post, by })}
        >
          {post === undefined ? text('placement.round.pickNone') : text('placement.round.pick', { post })}
        </Button>
        {person.list !== null && (
          <Button size="large" onClick={() => take({ kind: 'list' })}>
            {text('placement.round.byList')}
          </Button>
        )}
        <Button size="large" onClick={() => take({ kind: 'pass', by })}>
          {text('placement.round.pass')}
        </Button>
        <Button size="large" onClick={() => take({ kind: 'absent' })}>
          {text('placement.round.absent')}
        </Button>
        {left === 0 && (
          <Button size="large" onClick={() => take({ kind: 'pass', by: 'clock' })}>
            {text('placement.round.clockPass')}
          </Button>
        )}
      </div>
    </>
  )
}

function OpenPosts({
  round,
  next,
  chosen,
  onChoose,
}: {
  round: Round
  next: Next
  chosen: string | undefined
  onChoose: (code: string) => void
}) {
  const text = useText(roundMessages)
  return (
    <fieldset className="round-open">
      <legend className="faint">{text('placement.round.pickHint')}</legend>
      {round.posts
        .filter(({ code }) => next.open.includes(code))
        .map((post) => (
          <label key={post.code} data-chosen={post.code === chosen || undefined}>
            <input type="radio" name="round-post" checked={post.code === chosen} onChange={() => onChoose(post.code)} />
            <span>
              <b>{post.code}</b> {post.employer}
            </span>
            <small>{text('placement.round.seatsLeft', { left: post.left, seats: post.seats })}</small>
          </label>
        ))}
    </fieldset>
  )
}
