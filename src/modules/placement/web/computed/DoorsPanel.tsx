import { Button, Input } from 'antd'
import { useState } from 'react'
import { dayInChina } from '../../../../kernel/china-time.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type ComputedPage as Computed, giveDoor, shutDoor } from '../../contract.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { RoundRefused } from '../rounds/RoundRefused.tsx'
import { computedMessages } from './messages-computed.ts'

type Door = Computed['doors'][number]

/** Which receiving unit has its link and code, and whether it has come in. */
export function DoorsPanel({ round }: { round: Computed }) {
  const words = useText(computedMessages)
  const [giving, setGiving] = useState<Door>()
  const shut = useAction(shutDoor)
  const { doors } = round
  const given = doors.filter(({ givenAt }) => givenAt !== null).length
  return (
    <Panel title={words('placement.computed.doors')} count={words('placement.computed.doorsCount', { given, all: doors.length })}>
      <ul className="round-lines" aria-label={words('placement.computed.doors')}>
        {doors.map((door) => (
          <li key={door.uscc} className="computed-door">
            <span>
              {door.employer}
              {door.givenAt !== null && (
                <small className="round-note">
                  {words('placement.computed.given', { day: dayInChina(door.givenAt), who: door.givenTo ?? '' })} ·{' '}
                  {words(door.hasEntered ? 'placement.computed.entered' : 'placement.computed.notEntered')}
                </small>
              )}
            </span>
            <span>
              <Button size="small" onClick={() => setGiving(door)}>
                {words(door.givenAt === null ? 'placement.computed.giveDoor' : 'placement.computed.giveAgain')}
              </Button>{' '}
              {door.givenAt !== null && (
                <Button
                  size="small"
                  loading={shut.sending}
                  aria-label={words('placement.computed.shutDoorOf', { employer: door.employer })}
                  onClick={() => void shut.send({ roundId: round.line.id, uscc: door.uscc })}
                >
                  {words('placement.computed.shutDoor')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {shut.problem && <ErrorState problem={shut.problem} slim />}
      {shut.refusal && <RoundRefused refusal={shut.refusal} />}
      {giving && <GiveDrawer round={round} door={giving} onClose={() => setGiving(undefined)} />}
    </Panel>
  )
}

interface GiveProps {
  round: Computed
  door: Door
  onClose: () => void
}

/** To whom; then link and code, once. */
function GiveDrawer({ round, door, onClose }: GiveProps) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const [givenTo, setGivenTo] = useState('')
  const form = useAction(giveDoor)
  const given = form.value
  const save = () => (given ? onClose() : void form.send({ roundId: round.line.id, uscc: door.uscc, givenTo }))
  return (
    <ActionDrawer
      title={`${words('placement.computed.giveDoor')} · ${door.employer}`}
      saveLabel={given ? words('placement.computed.done') : text('placement.round.save')}
      action={form}
      refused={form.refusal && <RoundRefused refusal={form.refusal} />}
      onSave={save}
      onClose={onClose}
    >
      {given ? (
        <Given link={new URL(`/open/employer#${given.link}`, window.location.origin).href} code={given.code} until={given.endsAt} />
      ) : (
        <FormField label={words('placement.computed.givenTo')} hint={words('placement.computed.givenToHint')}>
          {(field) => <Input {...field} maxLength={80} value={givenTo} onChange={({ target }) => setGivenTo(target.value)} />}
        </FormField>
      )}
    </ActionDrawer>
  )
}

function Given({ link, code, until }: { link: string; code: string; until: string }) {
  const words = useText(computedMessages)
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    // Without the permission to copy, the link can still be marked by hand.
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <dl className="computed-given">
      <dt>{words('placement.computed.doorLink')}</dt>
      <dd className="mono">{link}</dd>
      <dd>
        <Button size="small" onClick={copy}>
          {words(isCopied ? 'placement.computed.copied' : 'placement.computed.copy')}
        </Button>
      </dd>
      <dt>{words('placement.computed.doorCode')}</dt>
      <dd className="mono computed-code">{code.replace(/^(\d{4})(\d{4})$/, '$1 $2')}</dd>
      <dd>{words('placement.computed.doorOnce', { until: dayInChina(until) })}</dd>
    </dl>
  )
}
