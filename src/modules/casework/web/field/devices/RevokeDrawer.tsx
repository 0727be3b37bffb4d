import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { revokeLease } from '../../../contract.ts'
import type { Lease } from './lease.ts'
import { deviceMessages } from './messages-devices.ts'

/** Takes back what a device carries; the reason is kept. */
export function RevokeDrawer({ lease, onClose }: { lease: Lease; onClose: () => void }) {
  const text = useText(deviceMessages)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const action = useAction(revokeLease, { onDone: onClose })
  const isShort = reason.trim().length < 2
  const save = () => {
    setChecked(true)
    if (!isShort) void action.send({ leaseId: lease.id, reason: reason.trim() })
  }
  const wrong = isChecked && isShort ? text('casework.devices.reasonMissing') : undefined
  return (
    <QuickEntry
      open
      onClose={onClose}
      onSave={save}
      saving={action.sending}
      title={text('casework.devices.revokeTitle', { who: lease.byName })}
      saveLabel={text('casework.devices.revoke')}
      isTouched={reason !== ''}
    >
      <p className="soft">{text('casework.devices.revokeWords')}</p>
      {action.problem && <ErrorState problem={action.problem} onRetry={save} slim />}
      <FormField
        label={text('casework.devices.reason')}
        hint={text('casework.devices.reasonHint')}
        error={action.refusal ? text('casework.devices.already') : wrong}
      >
        {(field) => (
          <Input.TextArea {...field} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </FormField>
    </QuickEntry>
  )
}
