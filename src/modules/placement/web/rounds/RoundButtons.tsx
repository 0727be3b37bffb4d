import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { commitRound, confirmPresence, type RoundPage as Round, steerRound } from '../../contract.ts'
import { roundMessages } from './messages-rounds.ts'
import { RedraftButton } from './RedraftButton.tsx'
import { RoundDrawer, type SayableRound, type WhatToSay } from './RoundDrawer.tsx'
import { RoundRefused } from './RoundRefused.tsx'

/** What the reader may do with the whole round now; one button is filled. */
export function RoundButtons({ round }: { round: Round }) {
  const text = useText(roundMessages)
  const [saying, setSaying] = useState<WhatToSay>()
  const { can, line } = round
  const say = (what: WhatToSay) => () => setSaying(what)
  return (
    <>
      {can.commit && <Link to={`/desk/rounds/${line.id}/what-if`}>{text('placement.round.whatIf')}</Link>}
      {can.commit && <RedraftButton line={line} />}
      {can.replace && <Button onClick={say('replace')}>{text('placement.round.replace')}</Button>}
      {can.steer && <Button onClick={say('withdraw')}>{text('placement.round.withdraw')}</Button>}
      {can.steer && <Button onClick={say('remove')}>{text('placement.round.remove')}</Button>}
      {can.steer && line.state === 'open' && <Button onClick={say('pause')}>{text('placement.round.pause')}</Button>}
      {can.undo !== null && (
        <Button type="primary" onClick={say('undo')}>
          {text('placement.round.undo')}
        </Button>
      )}
      {can.draw && (
        <Button type="primary" onClick={say('draw')}>
          {text('placement.round.draw')}
        </Button>
      )}
      <AtOnce round={round} />
      {saying && <RoundDrawer round={sayable(round)} what={saying} onClose={() => setSaying(undefined)} />}
    </>
  )
}

const sayable = ({ line, draw, posts, people, links, can }: Round): SayableRound => ({
  line,
  draw,
  posts,
  undo: can.undo,
  links,
  people: people.map(({ candidateId, position, name, standing }) => ({ candidateId, position, name, isRemoved: standing === 'removed' })),
})

/** What needs no words: sealing, being there, opening, going on, ending. */
function AtOnce({ round: { can, line } }: { round: Round }) {
  const text = useText(roundMessages)
  const [commit, confirm, steer] = [useAction(commitRound), useAction(confirmPresence), useAction(steerRound)]
  const roundId = line.id
  const refusal = commit.refusal ?? confirm.refusal ?? steer.refusal
  const problem = commit.problem ?? confirm.problem ?? steer.problem
  const doStep = (kind: 'open' | 'resume' | 'close') => () => void steer.send({ roundId, step: { kind } })
  return (
    <>
      {can.commit && (
        <Button
          type="primary"
          loading={commit.sending}
          title={text('placement.round.commitWords')}
          onClick={() => void commit.send({ roundId })}
        >
          {text('placement.round.commit')}
        </Button>
      )}
      {can.confirm && (
        <Button type="primary" loading={confirm.sending} onClick={() => void confirm.send({ roundId })}>
          {text('placement.round.confirm')}
        </Button>
      )}
      {can.open && (
        <Button type="primary" loading={steer.sending} onClick={doStep('open')}>
          {text('placement.round.open')}
        </Button>
      )}
      {can.steer && line.state === 'paused' && (
        <Button type="primary" loading={steer.sending} onClick={doStep('resume')}>
          {text('placement.round.resume')}
        </Button>
      )}
      {can.close && (
        <Button type="primary" loading={steer.sending} onClick={doStep('close')}>
          {text('placement.round.close')}
        </Button>
      )}
      {refusal && <RoundRefused refusal={refusal} />}
      {problem && <ErrorState problem={problem} slim />}
    </>
  )
}
