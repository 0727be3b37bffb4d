import { useAction } from '../../../../../ui/api/use-action.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { revokeLease } from '../../../contract.ts'
import { ReasonDrawer } from '../../ReasonDrawer.tsx'
import type { Lease } from './lease.ts'
import { deviceMessages } from './messages-devices.ts'

/** Takes back what a device carries; the reason is kept. */
export function RevokeDrawer({ lease, onClose }: { lease: Lease; onClose: () => void }) {
  const text = useText(deviceMessages)
  const action = useAction(revokeLease, { onDone: onClose })
  return (
    <ReasonDrawer
      title={text('casework.devices.revokeTitle', { who: lease.byName })}
      saveLabel={text('casework.devices.revoke')}
      asked={{
        label: text('casework.devices.reason'),
        hint: text('casework.devices.reasonHint'),
        missing: text('casework.devices.reasonMissing'),
      }}
      action={action}
      refused={action.refusal && text('casework.devices.already')}
      onSave={(reason) => void action.send({ leaseId: lease.id, reason })}
      onClose={onClose}
    >
      <p className="soft">{text('casework.devices.revokeWords')}</p>
    </ReasonDrawer>
  )
}
