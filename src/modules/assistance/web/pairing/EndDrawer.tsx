import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { endPairing, type Pairing } from '../../contract.ts'
import { usePairingWords } from './use-pairing-words.ts'

const REASONS = ['met', 'personLeft', 'helperLeft', 'notWorking'] as const

/** The end of an agreement, with the reason. */
export function EndDrawer({ pairing, onClose }: { pairing: Pairing; onClose: () => void }) {
  const { text, end, refusal } = usePairingWords()
  const [endedOn, setEndedOn] = useState<string>(useToday())
  const [reason, setReason] = useState<(typeof REASONS)[number]>('met')
  const form = useAction(endPairing, { onDone: onClose })
  const save = () => void form.send({ pairingId: pairing.id, endedOn: endedOn as PlainDate, reason })
  return (
    <ActionDrawer
      title={text('pairing.end')}
      saveLabel={text('pairing.end')}
      action={form}
      refused={refusal(form.refusal)}
      isTouched={reason !== 'met'}
      blocked={endedOn === '' ? text('pairing.incomplete') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('pairing.endedOn')} type="date" value={endedOn} onChange={setEndedOn} />
      <ChoiceField
        label={text('pairing.reason')}
        value={reason}
        onChange={setReason}
        options={REASONS.map((one) => [one, end(one)] as const)}
      />
    </ActionDrawer>
  )
}
