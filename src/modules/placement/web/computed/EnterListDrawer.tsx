import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type ComputedPage as Computed, enterList } from '../../contract.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { RoundRefused } from '../rounds/RoundRefused.tsx'
import { computedMessages } from './messages-computed.ts'

interface EnterListProps {
  round: Computed
  person: Computed['people'][number]
  onClose: () => void
}

/** The list of somebody who handed it in on paper. */
export function EnterListDrawer({ round, person, onClose }: EnterListProps) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const [codes, setCodes] = useState('')
  const form = useAction(enterList, { onDone: onClose })
  const posts = codes
    .toUpperCase()
    .split(/[\s,，、]+/u)
    .filter(Boolean)
  const save = () => void form.send({ roundId: round.line.id, candidateId: person.candidateId, posts })
  const wrong = form.issues.some(({ path }) => path[0] === 'posts') ? text('placement.refusal.unknown-post') : undefined
  return (
    <QuickEntry
      open
      title={words('placement.computed.enterTitle', { name: person.name })}
      saveLabel={text('placement.round.save')}
      saving={form.sending}
      isTouched={codes !== ''}
      onSave={save}
      onClose={onClose}
    >
      {form.problem && form.issues.length === 0 && <ErrorState problem={form.problem} onRetry={save} slim />}
      {form.refusal && <RoundRefused refusal={form.refusal} />}
      <FormField label={text('placement.round.posts')} hint={words('placement.computed.enterHint')} error={wrong}>
        {(field) => (
          <Input.TextArea
            {...field}
            className="mono"
            autoSize={{ minRows: 2 }}
            value={codes}
            onChange={({ target }) => setCodes(target.value)}
          />
        )}
      </FormField>
    </QuickEntry>
  )
}
