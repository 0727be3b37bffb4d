import { useState } from 'react'
import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { type Pairing, renewPairing } from '../../contract.ts'
import { usePairingWords } from './use-pairing-words.ts'

/** A year more, counted from what lies later: today or the last day agreed. */
export function RenewDrawer({ pairing, onClose }: { pairing: Pairing; onClose: () => void }) {
  const { text, refusal } = usePairingWords()
  const today = useToday()
  const [first] = useState<string>(pairing.isOver ? addDays(today, 365) : addDays(pairing.untilOn, 365))
  const [untilOn, setUntilOn] = useState(first)
  const form = useAction(renewPairing, { onDone: onClose })
  const save = () => void form.send({ pairingId: pairing.id, untilOn: untilOn as PlainDate })
  return (
    <ActionDrawer
      title={text('pairing.renew')}
      saveLabel={text('pairing.renew')}
      action={form}
      refused={refusal(form.refusal)}
      isTouched={untilOn !== first}
      promise={text('pairing.promiseBegin')}
      blocked={untilOn === '' ? text('pairing.incomplete') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('pairing.untilOn')} type="date" value={untilOn} onChange={setUntilOn} />
    </ActionDrawer>
  )
}
