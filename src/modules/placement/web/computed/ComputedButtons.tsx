import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type ComputedPage as Computed, commitRound, confirmPresence, steerRound } from '../../contract.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { RedraftButton } from '../rounds/RedraftButton.tsx'
import { RoundDrawer, type SayableRound, type WhatToSay } from '../rounds/RoundDrawer.tsx'
import { RoundRefused } from '../rounds/RoundRefused.tsx'
import { computedMessages } from './messages-computed.ts'

/** What the reader may do with the whole round now. */
export function ComputedButtons({ round }: { round: Computed }) {
  const text = useText(roundMessages)
  const [saying, setSaying] = useState<WhatToSay>()
  const { can } = round
  return (
    <>
      {can.commit && <Link to={`/desk/rounds/${round.line.id}/matching/what-if`}>{text('placement.round.whatIf')}</Link>}
      {can.commit && <RedraftButton line={round.line} />}
      {can.replace && <Button onClick={() => setSaying('replace')}>{text('placement.round.replace')}</Button>}
      {can.steer && <Button onClick={() => setSaying('withdraw')}>{text('placement.round.withdraw')}</Button>}
      {can.steer && <Button onClick={() => setSaying('remove')}>{text('placement.round.remove')}</Button>}
      {can.draw && (
        <Button type="primary" onClick={() => setSaying('draw')}>
          {text('placement.round.draw')}
        </Button>
      )}
      <AtOnce round={round} />
      {saying && <RoundDrawer round={sayable(round)} what={saying} onClose={() => setSaying(undefined)} />}
    </>
  )
}

const sayable = ({ line, draw, posts, people }: Computed): SayableRound => ({
  line,
  draw,
  undo: null,
  links: [],
  posts: posts.map(({ code, employer, isWithdrawn }) => ({ code, employer, withdrawn: isWithdrawn })),
  people: people.map(({ candidateId, position, name, isRemoved }) => ({ candidateId, position, name, isRemoved })),
})

/** What needs no words. */
function AtOnce({ round: { can, line } }: { round: Computed }) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const [commit, confirm, steer] = [useAction(commitRound), useAction(confirmPresence), useAction(steerRound)]
  const roundId = line.id
  const refusal = commit.refusal ?? confirm.refusal ?? steer.refusal
  const problem = commit.problem ?? confirm.problem ?? steer.problem
  const step = (kind: 'open' | 'compute' | 'close') => () => void steer.send({ roundId, step: { kind } })
  const buttons = [
    { isShown: can.commit, label: text('placement.round.commit'), act: () => void commit.send({ roundId }), sending: commit.sending },
    { isShown: can.confirm, label: text('placement.round.confirm'), act: () => void confirm.send({ roundId }), sending: confirm.sending },
    { isShown: can.open, label: words('placement.computed.open'), act: step('open'), sending: steer.sending },
    { isShown: can.compute, label: words('placement.computed.compute'), act: step('compute'), sending: steer.sending },
    { isShown: can.close, label: text('placement.round.close'), act: step('close'), sending: steer.sending },
  ]
  return (
    <>
      {buttons
        .filter(({ isShown }) => isShown)
        .map(({ label, act, sending }) => (
          <Button key={label} type="primary" loading={sending} onClick={act}>
            {label}
          </Button>
        ))}
      {refusal && <RoundRefused refusal={refusal} />}
      {problem && <ErrorState problem={problem} slim />}
    </>
  )
}
