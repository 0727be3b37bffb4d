import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { declinePayee, type PayeeChange } from '../../contract.ts'
import { payeeMessages } from './messages-payees.ts'

/** Why an account is not confirmed: whoever entered it reads it. */
export function DeclineDrawer({ change, onClose }: { change: PayeeChange; onClose: () => void }) {
  const text = useText(payeeMessages)
  const [why, setWhy] = useState('')
  const form = useAction(declinePayee, { onDone: onClose })
  const save = () => void form.send({ changeId: change.id, why: why.trim() })
  return (
    <ActionDrawer
      title={text('payee.declineOf', { name: change.nameMasked })}
      saveLabel={text('payee.decline')}
      action={form}
      refused={form.refusal && text(`payee.refusal.${form.refusal.code}`)}
      isTouched={why !== ''}
      promise={text('payee.declinePromise')}
      blocked={why.trim().length >= 2 ? undefined : text('payee.whyMissing')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('payee.why')} value={why} onChange={setWhy} />
    </ActionDrawer>
  )
}
