import { useText } from '../../../../ui/text/use-text.ts'
import { setService } from '../../contract.ts'
import { conflictIn } from '../file/conflict-in.tsx'
import type { DrawerProps } from '../file/editing.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { PartList } from '../form/PartList.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { ServiceInputs } from './ServiceInputs.tsx'

/** All spells of service at once. */
export function ServiceDrawer({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(setService, {
    initial: {
      personId: file.id,
      version: file.version,
      service: file.service.map(({ id: _, ...spell }) => spell),
      reason: '',
      source: '',
    },
    onDone: onClose,
  })
  const conflict = conflictIn(form, { file, onTheirs: onClose })
  return (
    <FormDrawer
      title={text('registry.file.changeLabel', { section: text('registry.file.service') })}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
      blocked={form.isTouched ? undefined : text('registry.form.nothing')}
      refusalNote={conflict}
    >
      <p className="note">{text('registry.capture.scale')}</p>
      <PartList
        parts={form.values.service ?? []}
        onChange={(service) => form.set({ service })}
        path="service"
        errorAt={form.errorAt}
        fresh={{}}
        most={10}
        addLabel={text('registry.capture.addSpell')}
        titleOf={(count) => text('registry.capture.spell', { count })}
        draw={(part) => <ServiceInputs {...part} />}
      />
      <ReasonFields form={form} />
    </FormDrawer>
  )
}
