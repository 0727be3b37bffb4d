import { Link } from 'react-router'
import { useText } from '../../../../ui/text/use-text.ts'
import { askTransfer } from '../../contract.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'

interface AskTransferDrawerProps {
  unitCode: string
  citizenId: string
  onClose: () => void
}

/** Asks whoever keeps the file of a citizen to hand it over; says and shows nothing of that station. */
export function AskTransferDrawer({ unitCode, citizenId, onClose }: AskTransferDrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(askTransfer, { initial: { unitCode, citizenId, reason: '' } })
  if (form.value) {
    return (
      <FormDrawer
        title={text('registry.transfer.askTitle')}
        form={form}
        onSave={onClose}
        onClose={onClose}
        saveLabel={text('drawer.close')}
      >
        <p role="status">{text('registry.transfer.sent')}</p>
        <Link to="/desk/people/transfers">{text('registry.transfer.seeAll')}</Link>
      </FormDrawer>
    )
  }
  return (
    <FormDrawer
      title={text('registry.transfer.askTitle')}
      form={form}
      saveLabel={text('registry.capture.ask')}
      onSave={() => void form.submit()}
      onClose={onClose}
    >
      <p className="note">{text('registry.transfer.askWords')}</p>
      <ReasonFields form={form} hasSource={false} label={text('registry.transfer.reason')} />
    </FormDrawer>
  )
}
