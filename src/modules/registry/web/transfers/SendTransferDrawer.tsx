import { Link } from 'react-router'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { sendTransfer } from '../../contract.ts'
import type { DrawerProps } from '../file/editing.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { RegionField } from '../form/RegionField.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { findStations } from '../use-region.ts'

/** Offers the file to another station. */
export function SendTransferDrawer({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(sendTransfer, { initial: { personId: file.id, toUnitCode: '', reason: '' } })
  const title = text('registry.transfer.sendTitle')
  const to = text('registry.transfer.sendTo')
  if (form.value) {
    const words = form.value.status === 'accepted' ? text('registry.transferStatus.accepted') : text('registry.transfer.sent')
    return (
      <FormDrawer title={title} form={form} onSave={onClose} onClose={onClose} saveLabel={text('drawer.close')}>
        <p role="status">{words}</p>
        <Link to="/desk/people/transfers">{text('registry.transfer.seeAll')}</Link>
      </FormDrawer>
    )
  }
  return (
    <FormDrawer title={title} saveLabel={title} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <p className="note">{text('registry.transfer.sendWords')}</p>
      <FormField label={to} hint={text('registry.capture.unitHint')} error={form.errorAt('toUnitCode')}>
        {(field) => (
          <RegionField
            {...field}
            label={to}
            find={findStations}
            value={form.values.toUnitCode}
            onChange={(toUnitCode = '') => form.set({ toUnitCode })}
          />
        )}
      </FormField>
      <ReasonFields form={form} hasSource={false} label={text('registry.transfer.reason')} />
    </FormDrawer>
  )
}
