import { useText } from '../../../ui/text/use-text.ts'
import { setService } from '../contract.ts'
import { ConflictNote } from './ConflictNote.tsx'
import type { DrawerProps } from './editing.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { registryMessages } from './messages.ts'
import { PartList } from './PartList.tsx'
import { ReasonFields } from './ReasonFields.tsx'
import { ServiceInputs } from './ServiceInputs.tsx'
import { useFileForm } from './use-file-form.ts'

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
  const { refusal } = form
  const conflict =
    refusal?.code === 'changed-meanwhile' ? (
      <ConflictNote file={file} fields={refusal.fields} onMine={() => void form.submit({ version: refusal.version })} onTheirs={onClose} />
    ) : undefined
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
