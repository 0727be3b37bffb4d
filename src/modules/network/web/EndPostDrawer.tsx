import { useToday } from '../../../ui/api/use-today.ts'
import { useText } from '../../../ui/text/use-text.ts'
import * as contract from '../contract.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { DayInput } from './FormInputs.tsx'
import { formMessages } from './messages-forms.ts'
import { useNetworkForm } from './use-network-form.ts'

/** Ends a staff post; its last day is included. */
export function EndPostDrawer({ post, onClose }: { post: contract.StaffPost; onClose: () => void }) {
  const text = useText(formMessages)
  const form = useNetworkForm(contract.endStaffPost, { unitCode: post.unitCode, postId: post.postId, toOn: useToday() }, onClose)
  return (
    <FormDrawer
      title={text('network.form.end')}
      words={text('network.form.endWords', { name: post.staffName })}
      form={form}
      saveLabel={text('network.form.end')}
      onSave={() => form.submit()}
      onClose={onClose}
    >
      <DayInput
        label={text('network.form.to')}
        value={form.values.toOn}
        error={form.errorAt('toOn')}
        onChange={(toOn) => form.set({ toOn: toOn ?? '' })}
      />
    </FormDrawer>
  )
}
