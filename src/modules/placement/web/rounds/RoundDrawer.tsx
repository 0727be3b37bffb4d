import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { drawLot, type RoundLine, type RoundPage, replaceRound, steerRound, undoTurn } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { didWord } from '../open/words-of-board.ts'
import { useWrongAt } from './draft-fields.tsx'
import { roundMessages } from './messages-rounds.ts'
import { RoundRefused } from './RoundRefused.tsx'

/** What is said in words: a reason, an article, the number of the draw. */
export type WhatToSay = 'replace' | 'draw' | 'pause' | 'undo' | 'withdraw' | 'remove'

/** As much of a round of any way as something can be said about. */
export interface SayableRound {
  readonly line: RoundLine
  readonly draw: { readonly source: string; readonly on: string }
  /** The link that would be taken back, and the links among which it is found. */
  readonly undo: number | null
  readonly links: RoundPage['links']
  readonly posts: readonly { readonly code: string; readonly employer: string; readonly withdrawn: boolean }[]
  readonly people: readonly {
    readonly candidateId: string
    readonly position: number | null
    readonly name: string
    readonly isRemoved: boolean
  }[]
}

interface Said {
  readonly reason: string
  readonly article: string
  readonly chosen: string
  readonly value: string
}

/** Sends what was said. What is taken back is the step that was read here, whatever has been said since. */
function useSaying(round: SayableRound, { what, undone }: { what: WhatToSay; undone: number | null }, onDone: () => void) {
  const [draw, replace, steer, undo] = [
    useAction(drawLot, { onDone }),
    useAction(replaceRound, { onDone }),
    useAction(steerRound, { onDone }),
    useAction(undoTurn, { onDone }),
  ]
  const roundId = round.line.id
  const send = ({ reason, article, chosen, value }: Said) => {
    if (what === 'draw') return void draw.send({ roundId, value })
    if (what === 'replace') return void replace.send({ roundId, reason })
    if (what === 'undo') return void undo.send({ roundId, seq: undone ?? 1, reason })
    if (what === 'pause') return void steer.send({ roundId, step: { kind: 'pause', reason } })
    if (what === 'withdraw') return void steer.send({ roundId, step: { kind: 'withdraw', post: chosen, reason, article } })
    return void steer.send({ roundId, step: { kind: 'remove', candidateId: chosen, reason, article } })
  }
  const all = [draw, replace, steer, undo]
  return {
    send,
    sending: all.some(({ sending }) => sending),
    refusal: all.find(({ refusal }) => refusal)?.refusal,
    problem: all.find(({ problem }) => problem)?.problem,
    issues: all.flatMap(({ issues }) => issues),
  }
}

export function RoundDrawer({ round, what, onClose }: { round: SayableRound; what: WhatToSay; onClose: () => void }) {
  const text = useText(roundMessages)
  const [said, setSaid] = useState<Said>({ reason: '', article: '', chosen: '', value: '' })
  const [undone] = useState(round.undo)
  const saying = useSaying(round, { what, undone }, onClose)
  const wrongAt = useWrongAt(saying.issues)
  const set = (part: Partial<Said>) => setSaid((before) => ({ ...before, ...part }))
  const save = () => saying.send(said)
  const wrongIn = (name: string) => wrongAt(name) ?? wrongAt(`step.${name}`)
  const needsArticle = what === 'withdraw' || what === 'remove'
  return (
    <ActionDrawer
      title={text(`placement.round.${what}`)}
      saveLabel={text('placement.round.save')}
      action={saying}
      refused={saying.refusal && <RoundRefused refusal={saying.refusal} />}
      isTouched={Object.values(said).some((value) => value !== '')}
      onSave={save}
      onClose={onClose}
    >
      {what === 'undo' && <Undone round={round} seq={undone} />}
      {needsArticle && (
        <ChosenField
          round={round}
          what={what}
          value={said.chosen}
          error={wrongIn(what === 'withdraw' ? 'post' : 'candidateId')}
          onChange={(chosen) => set({ chosen })}
        />
      )}
      {what === 'draw' ? (
        <FormField
          label={text('placement.round.drawValue')}
          hint={text('placement.round.drawHint', { source: round.draw.source, day: round.draw.on })}
          error={wrongIn('value')}
        >
          {(field) => (
            <Input {...field} className="mono" maxLength={200} value={said.value} onChange={({ target }) => set({ value: target.value })} />
          )}
        </FormField>
      ) : (
        <FormField label={text('placement.round.reason')} hint={text('placement.round.reasonHint')} error={wrongIn('reason')}>
          {(field) => (
            <Input.TextArea
              {...field}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={300}
              value={said.reason}
              onChange={({ target }) => set({ reason: target.value })}
            />
          )}
        </FormField>
      )}
      {needsArticle && (
        <FormField label={text('placement.round.article')} error={wrongIn('article')}>
          {(field) => <Input {...field} maxLength={80} value={said.article} onChange={({ target }) => set({ article: target.value })} />}
        </FormField>
      )}
    </ActionDrawer>
  )
}

/** The step that is taken back, in the words of the record. */
function Undone({ round, seq }: { round: SayableRound; seq: number | null }) {
  const open = useText(openRoundMessages)
  const link = round.links.find((one) => one.seq === seq)
  return (
    link && (
      <p className="panel-words">
        <b>{link.seq}</b> {link.name ?? ''} {didWord(link, open)} {link.post ?? ''}
      </p>
    )
  )
}

interface ChosenProps {
  round: SayableRound
  what: 'withdraw' | 'remove'
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function ChosenField({ round, what, value, error, onChange }: ChosenProps) {
  const text = useText(roundMessages)
  const options =
    what === 'withdraw'
      ? round.posts.filter(({ withdrawn }) => !withdrawn).map(({ code, employer }) => ({ value: code, label: `${code} ${employer}` }))
      : round.people
          .filter(({ isRemoved }) => !isRemoved)
          .map(({ candidateId, position, name }) => ({ value: candidateId, label: `${position ?? ''} ${name}` }))
  return (
    <FormField label={text(what === 'withdraw' ? 'placement.round.post' : 'placement.round.person')} error={error}>
      {(field) => (
        <select {...field} className="plain-select" value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="" />
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
