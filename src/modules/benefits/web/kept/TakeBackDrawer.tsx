import { useState } from 'react'
import type { PersonId } from '../../../../kernel/id.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type KeptEvent, recordEvent } from '../../contract.ts'
import { keptMessages } from './messages-kept.ts'

interface TakeBackProps {
  personId: PersonId
  event: KeptEvent
  onClose: () => void
}

/** Takes a mistaken event back: it stays to be read and counts no more, and the next month makes good what followed from it. */
export function TakeBackDrawer({ personId, event, onClose }: TakeBackProps) {
  const text = useText(keptMessages)
  const [evidence, setEvidence] = useState('')
  const form = useAction(recordEvent, { onDone: onClose })
  const { effectiveOn, id: cancels } = event
  const save = () => void form.send({ personId, event: { kind: 'takenBack', effectiveOn, cancels, evidence: evidence.trim() } })
  const { refusal } = form
  const earliest = refusal?.code === 'too-soon' ? refusal.earliest : ''
  return (
    <ActionDrawer
      title={text('kept.takeBackOf', { what: text(`kept.kind.${event.kind}`), on: effectiveOn })}
      saveLabel={text('kept.takeBack')}
      action={form}
      refused={refusal && text(`kept.refusal.${refusal.code}`, { earliest })}
      isTouched={evidence !== ''}
      promise={text('kept.promise')}
      blocked={evidence.trim().length >= 2 ? undefined : text('kept.takeBackIncomplete')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('kept.takeBackWhy')} hint={text('kept.evidenceHint')} value={evidence} onChange={setEvidence} />
    </ActionDrawer>
  )
}
